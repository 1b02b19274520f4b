-- A visit of a delegation to a cooperative. It changes no figure, hence it is no act.
create table visit (
    id          bigint not null primary key,   -- 1, 2, 3 …
    number      text not null,                 -- of the cooperative
    planned_on  text not null,                 -- the day for which it is or was planned
    purpose     text not null,                 -- a code
    planned_by  text not null,                 -- an account
    planned_at  text not null,                 -- UTC, six decimals
    state       text not null,                 -- planned, reported or cancelled
    closed_by   text,                          -- the account that reported or cancelled it
    closed_at   text,
    held_on     text,                          -- the day on which it took place
    saw         text,                          -- what the agent saw
    heard       text,                          -- what the cooperative said, if anything
    reason      text,                          -- why it was cancelled
    check (state in ('planned', 'reported', 'cancelled')),
    check ((state = 'planned') = (closed_at is null)),
    check ((state = 'reported') = (held_on is not null and saw is not null)),
    check ((state = 'cancelled') = (reason is not null))
) /*sqlite without rowid*/;

create index visit_number on visit (number, id);
create index visit_state on visit (state, planned_on);

-- What a visit found that is to be mended. It is part of the report and does not change; it is only marked as mended.
create table finding (
    visit      bigint not null references visit (id),
    id         bigint not null,                -- 1, 2, 3 … within the visit
    code       text not null,                  -- what it is about
    says       text not null,
    mend_until text,                           -- the last day for it, if there is one
    mended_on  text,                           -- the day on which it was seen to be mended
    mended_how text,                           -- how that was seen
    mended_by  text,                           -- an account
    mended_at  text,
    primary key (visit, id),
    check ((mended_on is null) = (mended_how is null)),
    check ((mended_on is null) = (mended_at is null))
) /*sqlite without rowid*/;

create index finding_open on finding (mended_on, mend_until);

-- What is added to a report after it was signed, such as a correction.
create table visit_note (
    visit      bigint not null references visit (id),
    id         bigint not null,                -- 1, 2, 3 … within the visit
    says       text not null,
    written_by text not null,                  -- an account
    written_at text not null,
    primary key (visit, id)
) /*sqlite without rowid*/;
