-- The register's dimensions: what a cooperative is, and the parts of its amounts.
alter table cell add column sector text;
alter table cell add column branch text;
alter table cell add column type text;
alter table cell add column level text;
alter table cell add column listed text;
alter table part add column status text;
alter table part add column sex text;
alter table part add column age text;
alter table part add column person text;
alter table part add column womens text;
alter table part add column youth text;
alter table part add column graduates text;
alter table part add column collective_land text;

-- What each cooperative is after everything that is known: follows from its acts, and is there to be searched.
create table cooperative (
    number        text not null primary key,
    name_ar       text,
    name_fr       text,
    ice           text,
    type          text,
    level         text not null,
    sector        text,
    branch        text,
    place         text,
    origin        text,
    status        text not null,
    registered_on text,     -- null: nobody knows when
    removed       boolean not null,
    removed_on    text,     -- null: it is registered, or nobody knows when it left
    members       bigint,   -- null: nobody knows how many
    womens        boolean,  -- whether all members are women; null: nobody knows
    youth         boolean,  -- whether all members are under 35; null: nobody knows
    last_seq      bigint not null
) /*sqlite without rowid*/;
create index cooperative_by_last_seq on cooperative (last_seq);
create index cooperative_by_ice on cooperative (ice);
