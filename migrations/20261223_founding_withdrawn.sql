-- Founders may take back what nobody has decided about, and what a file said when the court entered it is kept: who corrects it
-- later, and who reads the correction, see what is otherwise. The table is made anew, for it says which states there are.
drop index submission_project;
drop index submission_state;
alter table submission rename to submission_of_before;

create table submission (
    id          bigint not null primary key,    -- 1, 2, 3 …
    project     bigint not null references project (id),
    kind        text not null,                  -- name, filing or entry
    body        text not null,                  -- what is asked, JSON
    filed_by    text not null,                  -- an account
    filed_at    text not null,                  -- UTC, six decimals
    state       text not null,                  -- open, returned, refused, accepted or withdrawn
    decided_by  text,                           -- an account: who decided, or took it back
    decided_at  text,
    reason      text,                           -- of a return or a refusal, in the words of who decided
    outcome     text,                           -- what was decided, JSON
    told_at     text,                           -- of a name that was granted: when founders were told that it ends
    file        text,                           -- of a file that was accepted: what it said, JSON; nothing about persons
    check (kind in ('name', 'filing', 'entry')),
    check (state in ('open', 'returned', 'refused', 'accepted', 'withdrawn')),
    check ((state = 'open') = (decided_at is null)),
    check ((state = 'accepted') = (outcome is not null))
) /*sqlite without rowid*/;

insert into submission (id, project, kind, body, filed_by, filed_at, state, decided_by, decided_at, reason, outcome, told_at)
select id, project, kind, body, filed_by, filed_at, state, decided_by, decided_at, reason, outcome, told_at
  from submission_of_before;
drop table submission_of_before;

create index submission_project on submission (project, id);
create index submission_state on submission (state, id);
create index submission_decided on submission (decided_at, id);
