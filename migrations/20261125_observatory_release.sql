-- Bulletins as they were published. A row is written once; a correction is another row.
create table release (
    number       text not null primary key,    -- 2022-KEN
    level        text not null,                -- country, delegation …
    place        text not null,
    day          text not null,                -- the reference date of its figures
    known        text not null,                -- UTC, six decimals: what was recorded later does not count
    published_at text not null,                -- likewise
    head_seq     bigint not null,              -- the last act that was known, and its hash
    head_hash    text not null,
    text_ar      text not null,                -- numbers are references, not digits
    text_fr      text not null,
    text_en      text not null,
    seal         text not null,                -- SHA-256 over all numbers as they were published, in hexadecimal
    corrects     text references release (number),
    why          text,
    check ((corrects is null) = (why is null))
) /*sqlite without rowid*/;
