-- Files that people send along. What they hold lies sealed in the folder of files, each under a key of its own, which is here:
-- wrapped by the key of the person with whom the file is erased, or by the master key.
create table attachment (
    id          text not null primary key,     -- 32 hexadecimal digits by chance
    kept_with   text not null,                 -- of what it is a part: request/12, visit/7, project/3/deposit
    mark        text not null,                 -- the same for the same file, and telling nothing about it
    person      text references person (id),
    wrapped_key bytea not null,
    master      text references master_key (fingerprint), -- none if a person's key wraps it
    sha256      text not null,                 -- of what lies in the folder, and how it is called there
    content     text not null,                 -- pdf, jpg, png, webp
    size        bigint not null,               -- bytes, as it was sent but for what was taken out
    name        bytea not null,                -- sealed under the file's key
    at          text not null,                 -- UTC, six decimals
    check ((person is null) = (master is not null)),
    unique (kept_with, mark)
) /*sqlite without rowid*/;

create index attachment_person on attachment (person) where person is not null;
create index attachment_sha256 on attachment (sha256);
