-- Passkeys: what a device of an account's owner shows instead of a password and a code (WebAuthn). No secret is here: the
-- secret half never leaves the device.
create table passkey (
    id          text not null primary key,     -- by which its owner names it
    account     text not null references account (id),
    credential  text not null unique,          -- the id that the device gave it, hexadecimal
    name        text not null,                 -- the one that its owner gave it
    public_key  text not null,                 -- with its counter and whether it is backed up: JSON as `webauthn-rs` writes it
    made_at     text not null,                 -- UTC, six decimals, as all instants here
    used_at     text                           -- when it last opened
) /*sqlite without rowid*/;

create index passkey_account on passkey (account, made_at);

-- What a device was asked and has not answered yet. Each question is answered once, within minutes, by whichever process.
create table ceremony (
    digest      text not null primary key,     -- of the secret by which the answer names it
    account     text references account (id),  -- to which a passkey is to be added; none where one is to be shown
    state       text not null,                 -- JSON as `webauthn-rs` writes it
    ends_at     text not null
) /*sqlite without rowid*/;

-- When the owner of a session last showed who he is; as it began, unless it is said.
alter table session add column proved_at text;
