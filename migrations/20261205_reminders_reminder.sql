-- What an account was reminded of, so that nobody is told the same twice.
create table reminder (
    account     text not null references account (id),
    cooperative text not null,                  -- its register number
    duty        text not null,                  -- accounts-2025, meeting-2025, term …
    until       text not null,                  -- the last day for it, as it was then
    stage       text not null,                  -- month, week or late
    posted_at   text not null,                  -- UTC, six decimals
    primary key (account, cooperative, duty, until, stage)
) /*sqlite without rowid*/;

-- The accounts whose owners do not want to be reminded.
create table reminder_refusal (
    account     text not null primary key references account (id),
    since       text not null                   -- UTC, six decimals
) /*sqlite without rowid*/;
