-- A request is withdrawn by who filed it, asks for a wrong act to be voided, or asks anew for what was returned. The table is made
-- again: SQLite changes no check of a table that is there.
create table request_anew (
    id           bigint not null primary key,   -- 1, 2, 3 …
    number       text not null,                 -- of the cooperative
    kind         text not null,                 -- of the act; `voided` or `removal_voided` if one is to be voided
    effective_on text not null,                 -- the day on which it takes effect
    body         text not null,                 -- what the act says, canonical JSON
    document     text not null,                 -- on which paper it stands
    filed_by     text not null,                 -- an account
    filed_at     text not null,                 -- UTC, six decimals
    state        text not null,                 -- open, returned, refused, accepted or withdrawn
    decided_by   text,                          -- an account; who withdrew it, if it was withdrawn
    decided_at   text,
    reason       text,                          -- of a return or a refusal, in the words of who decided
    act          bigint,                        -- what became of it
    voids        bigint,                        -- the act that is to be voided
    again        bigint,                        -- the request that was returned, and which this one corrects
    check (state in ('open', 'returned', 'refused', 'accepted', 'withdrawn')),
    check ((state = 'open') = (decided_at is null)),
    check ((state = 'accepted') = (act is not null)),
    check ((kind in ('voided', 'removal_voided')) = (voids is not null)),
    check (again is null or again < id)
) /*sqlite without rowid*/;

insert into request_anew (id, number, kind, effective_on, body, document, filed_by, filed_at, state, decided_by, decided_at,
                          reason, act)
select id, number, kind, effective_on, body, document, filed_by, filed_at, state, decided_by, decided_at, reason, act from request;

drop table request;
alter table request_anew rename to request;

create index request_number on request (number, id);
create index request_state on request (state, id);
-- The desk asks what was decided last, by everyone and by whoever looks.
create index request_decided on request (decided_at, id);
create index request_decided_by on request (decided_by, decided_at);
