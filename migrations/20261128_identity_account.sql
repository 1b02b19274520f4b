-- Accounts of people, and how they come in. Of all secrets that go out, only a digest is kept (SHA-256, hexadecimal).
create table account (
    id          text not null primary key,     -- 32 hexadecimal digits, by chance
    person      text not null unique references person (id),
    password    text,                          -- Argon2id in the PHC form; none until one was chosen
    language    text not null,                 -- in which messages are written
    created_at  text not null,                 -- UTC, six decimals, as all instants here
    closed_at   text                           -- since when nobody comes in with it
) /*sqlite without rowid*/;

-- Who is signed in, and where.
create table session (
    digest      text not null primary key,     -- of what the cookie holds
    id          text not null unique,          -- by which its owner names it
    account     text not null references account (id),
    device      text not null,                 -- in a word or two, such as "Firefox · Android"
    factors     bigint not null,               -- by how many factors its owner is proved
    wanted      bigint not null,               -- by how many it must be proved before it lets anybody in
    begun_at    text not null,
    seen_at     text not null,
    ends_at     text not null
) /*sqlite without rowid*/;

create index session_account on session (account, begun_at);

-- The second factor of accounts that have one: what an app on its owner's telephone makes codes from (RFC 6238).
create table factor (
    account     text not null primary key references account (id),
    secret      bytea not null,                -- sealed with the person's key
    begun_at    text not null,
    confirmed_at text,                         -- since when it is asked for
    last_step   bigint not null                -- of the last code that was used: no code is good twice
) /*sqlite without rowid*/;

-- Codes for whoever lost the telephone. Each is good once.
create table recovery (
    digest      text not null primary key,
    account     text not null references account (id)
) /*sqlite without rowid*/;

create index recovery_account on recovery (account);

-- Links that were sent to people, by which they choose a password. Each is good once.
create table link (
    digest      text not null primary key,     -- of what the link holds
    account     text not null references account (id),
    made_at     text not null,
    ends_at     text not null
) /*sqlite without rowid*/;

create index link_account on link (account);

-- Which roles accounts have, of what, and from when to when.
create table mandate (
    id          text not null primary key,     -- 32 hexadecimal digits, by chance
    account     text not null references account (id),
    role        text not null,                 -- as policies name it: Agent
    scope       text not null,                 -- of what: a delegation, a cooperative, or country
    since       text not null,                 -- the first day
    until       text,                          -- the last day; none if it is not yet known
    given_by    text,                          -- an account; none for the command line
    given_at    text not null,
    ended_by    text,
    ended_at    text                           -- since when it does not hold, whatever its days say
) /*sqlite without rowid*/;

create index mandate_account on mandate (account, given_at);

-- By which programs come in, instead of a session.
create table token (
    digest      text not null primary key,     -- of the token
    id          text not null unique,          -- by which its owner names it
    account     text not null references account (id),
    name        text not null,                 -- what it is for
    scopes      text not null,                 -- names of actions or groups of actions, with a space between
    made_at     text not null,
    used_at     text,
    ends_at     text not null
) /*sqlite without rowid*/;

create index token_account on token (account, made_at);

-- How often something was tried of late, by whom: the marks say neither.
create table attempt (
    mark        text not null primary key,
    since       text not null,
    times       bigint not null
) /*sqlite without rowid*/;

-- What happened around accounts and personal data. Lines are added and never changed.
create table audit (
    at          text not null,
    id          text not null,                 -- 32 hexadecimal digits, by chance
    account     text,                          -- who; none for nobody known and for the command line
    event       text not null,                 -- such as signed_in, denied, read
    person      text,                          -- whose data or account it is about
    action      text,                          -- which action was denied or done
    resource    text,                          -- on what, as policies name it
    reason      text,                          -- why somebody read what is of somebody else
    primary key (at, id)
) /*sqlite without rowid*/;

create index audit_account on audit (account, at);
create index audit_person on audit (person, at);
