-- A cooperative that founders prepare.
create table project (
    id          bigint not null primary key,    -- 1, 2, 3 …
    opened_by   text not null,                  -- an account
    opened_at   text not null,                  -- UTC, six decimals
    on_paper    bigint not null,                -- 1 if an agent enters it for founders who came with papers
    version     bigint not null,                -- one more with each change, so that nobody's typing is lost
    plan        text not null,                  -- what the founders intend, JSON; nothing about persons
    number      text                            -- of the cooperative, once it is registered
) /*sqlite without rowid*/;

create index project_opened_by on project (opened_by, id);

-- A founder: a person, who is known elsewhere, or a legal person.
create table founder (
    project     bigint not null references project (id),
    id          bigint not null,                -- 1, 2, 3 … within the project
    person      text unique references person (id),
    legal_name  text,
    sex         text,                           -- of a person
    cash_shares bigint not null,
    kind_shares bigint not null,
    runs        bigint not null,                -- 1 for a manager or a director
    land        bytea,                          -- of a right holder: list and plot, sealed with the key of the person
    signed      text,                           -- the paper on which the founder has signed
    primary key (project, id),
    check ((person is null) <> (legal_name is null))
) /*sqlite without rowid*/;

-- What the founders hand in for a decision: a name, the file, its entry in the central register.
create table submission (
    id          bigint not null primary key,    -- 1, 2, 3 …
    project     bigint not null references project (id),
    kind        text not null,                  -- name, filing or entry
    body        text not null,                  -- what is asked, JSON
    filed_by    text not null,                  -- an account
    filed_at    text not null,                  -- UTC, six decimals
    state       text not null,                  -- open, returned, refused or accepted
    decided_by  text,                           -- an account
    decided_at  text,
    reason      text,                           -- of a return or a refusal, in the words of who decided
    outcome     text,                           -- what was decided, JSON
    check (kind in ('name', 'filing', 'entry')),
    check (state in ('open', 'returned', 'refused', 'accepted')),
    check ((state = 'open') = (decided_at is null)),
    check ((state = 'accepted') = (outcome is not null))
) /*sqlite without rowid*/;

create index submission_project on submission (project, id);
create index submission_state on submission (state, id);
