-- Messages to people, on their way out. What they say is sealed, under the key of the person or, where nobody known is written
-- to, under a key of their own; it goes as soon as they were sent or given up.
create table message (
    id          text not null primary key,     -- 32 hexadecimal digits, by chance
    person      text references person (id),
    channel     text not null,                 -- mail or sms
    wrapped_key bytea,                         -- of a message to nobody known, under the master key
    master      text references master_key (fingerprint),
    recipient   bytea,
    subject     bytea,                         -- of mail
    body        bytea,
    created_at  text not null,                 -- UTC, six decimals, as all instants here
    not_before  text,                          -- when it is tried next; none once it was sent or given up
    tries       bigint not null,               -- that were begun
    sent_at     text,
    failed      text,                          -- why the last try failed, or it was given up
    check (channel in ('mail', 'sms')),
    check ((wrapped_key is null) = (master is null)),
    check ((not_before is null) = (body is null)),
    check (not_before is not null or coalesce(wrapped_key, recipient, subject, body) is null),
    check (sent_at is null or not_before is null)
) /*sqlite without rowid*/;

create index message_due on message (not_before, id);
create index message_person on message (person);
