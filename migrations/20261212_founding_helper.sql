-- Who walks a project's path with its founders: those who are asked to by a link, and those who agreed.
create table helper (
    project     bigint not null references project (id),
    id          bigint not null,               -- 1, 2, 3 … within the project
    digest      text not null unique,          -- of what the link holds
    ends_at     text not null,                 -- UTC, six decimals: until when the link is good
    account     text,                          -- of whoever agreed
    agreed_at   text,                          -- UTC, six decimals
    primary key (project, id),
    unique (project, account),
    check ((account is null) = (agreed_at is null))
) /*sqlite without rowid*/;

create index helper_account on helper (account);
