-- Founders who are asked to confirm by an account of their own, and those who did.
create table confirmation (
    project      bigint not null references project (id),
    founder      bigint not null,               -- the number among the founders of the project
    digest       text not null unique,          -- of what the link holds
    ends_at      text not null,                 -- UTC, six decimals: until when the link is good
    account      text,                          -- by which it was confirmed
    confirmed_at text,                          -- UTC, six decimals
    primary key (project, founder),
    unique (project, account),
    check ((account is null) = (confirmed_at is null))
) /*sqlite without rowid*/;
