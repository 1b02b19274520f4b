-- The master key in force, by its fingerprint: one row, two only while a rotation goes on. What is wrapped refers to it, so
-- nobody can add under a key that was replaced, and no rotation can leave anything behind.
create table master_key (
    fingerprint text not null primary key,     -- 16 hexadecimal digits
    since       text not null                  -- UTC, six decimals
) /*sqlite without rowid*/;

-- People. All that is known of them is sealed under a key of their own; erasing destroys the key and all else but the id.
create table person (
    id                   text not null primary key,    -- 32 hexadecimal digits, by chance
    wrapped_key          bytea,                        -- under the master key; none once erased
    master               text references master_key (fingerprint),
    name                 bytea,
    email                bytea,
    phone                bytea,
    identity_number      bytea,
    born_on              bytea,
    address              bytea,
    email_mark           text unique,                  -- finds a value without reading it
    phone_mark           text unique,
    identity_number_mark text,
    created_at           text not null,                -- UTC, six decimals
    erased_at            text,                         -- likewise
    check ((wrapped_key is null) = (erased_at is not null)),
    check ((wrapped_key is null) = (master is null)),
    check (erased_at is null or coalesce(name, email, phone, identity_number, born_on, address) is null),
    check (erased_at is null or coalesce(email_mark, phone_mark, identity_number_mark) is null)
) /*sqlite without rowid*/;

create index person_identity_number on person (identity_number_mark);
