-- What somebody asks to have changed of a cooperative. Accepted, it becomes an act.
create table request (
    id           bigint not null primary key,   -- 1, 2, 3 …
    number       text not null,                 -- of the cooperative
    kind         text not null,                 -- of the act
    effective_on text not null,                 -- the day on which it takes effect
    body         text not null,                 -- what the act says, canonical JSON
    document     text not null,                 -- on which paper it stands
    filed_by     text not null,                 -- an account
    filed_at     text not null,                 -- UTC, six decimals
    state        text not null,                 -- open, returned, refused or accepted
    decided_by   text,                          -- an account
    decided_at   text,
    reason       text,                          -- of a return or a refusal, in the words of who decided
    act          bigint,                        -- what became of it
    check (state in ('open', 'returned', 'refused', 'accepted')),
    check ((state = 'open') = (decided_at is null)),
    check ((state = 'accepted') = (act is not null))
) /*sqlite without rowid*/;

create index request_number on request (number, id);
create index request_state on request (state, id);
