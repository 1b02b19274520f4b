-- Keys that sign proofs. The half that is published stays for ever; the other is kept under the master key while it is in use, and
-- destroyed when another one takes its place.
create table signing_key (
    id          text not null primary key,     -- 8 hexadecimal digits: what the SHA-256 of the public key begins with
    public_key  bytea not null,                -- Ed25519, 32 bytes
    wrapped_key bytea,
    master      text references master_key (fingerprint),
    since       text not null,                 -- UTC, six decimals
    until       text,                          -- likewise; none while it is in use
    check ((wrapped_key is null) = (until is not null)),
    check ((wrapped_key is null) = (master is null))
) /*sqlite without rowid*/;

-- One is in use at a time.
create unique index signing_key_in_use on signing_key ((coalesce(until, ''))) where until is null;
