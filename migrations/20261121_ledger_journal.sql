-- The journal and the ledger that follows from it. Runs as it stands on SQLite and on PostgreSQL.
-- Days and instants are ISO text: they sort as days and instants do, and both engines compare them alike.

-- What happened. A row is never changed or deleted: a wrong act is voided by another.
create table act (
    seq          bigint not null primary key,
    subject      text not null,
    kind         text not null,
    effective_on text,              -- null: nobody knows when
    recorded_at  text not null,     -- UTC, six decimals
    author       text not null,
    document     text,
    voids        bigint,
    body         text not null,     -- canonical JSON (RFC 8785)
    hash         text not null      -- SHA-256 over the act before and this one, in hexadecimal
) /*sqlite without rowid*/;
create index act_by_subject on act (subject, seq);

-- Where an entry counts, in two halves: what its subject is, and which part of the subject's amount it is. Nearly every subject
-- has a `cell` of its own; the same few hundred parts serve all. Each slice adds a column for each dimension that it declares.
create table cell (
    id    bigint not null primary key,
    place text
) /*sqlite without rowid*/;
create table part (
    id       bigint not null primary key,
    currency text
) /*sqlite without rowid*/;

-- What the acts imply: signed amounts, each caused by one act. Derived; never written but by posting. An act's entries are packed
-- (base/ledger/src/posting.rs); who wants them one by one takes the open data, or `ledger::each_entry`.
create table posting (
    seq     bigint not null primary key,
    entries bytea not null
) /*sqlite without rowid*/;

-- The territory: where each place hangs, and in which years. An empty `from_day` means that it always did.
create table place (
    code       text not null,
    from_day   text not null,
    until_day  text,
    level      text not null,
    parent     text,
    delegation text,
    name_ar    text,
    name_fr    text,
    name_en    text,
    primary key (code, from_day)
);

-- What the codes of a dimension are called.
create table term (
    dimension text not null,
    code      text not null,
    name_ar   text,
    name_fr   text,
    name_en   text,
    primary key (dimension, code)
);

-- What holds for the whole database: its jurisdiction.
create table setting (
    name  text not null primary key,
    value text not null
);
