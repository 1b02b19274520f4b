-- Who holds which office in a cooperative, from a day on. Members lose theirs with the day on which they leave: acts say that.
create table office (
    cooperative    text not null,               -- its register number
    nth            bigint not null,             -- which of its offices this is, from 1 on
    holder         text not null,               -- the id by which acts name the member; of a director who is none, of a person
    function       text not null,
    since          text not null,
    until          text,                        -- the last day of the term
    document       text not null,               -- the paper that says so
    ended_on       text,                        -- the first day on which it was over, if it was ended before its term
    ended_document text,                        -- the paper that says so
    primary key (cooperative, nth),
    check (function in ('president', 'vice_president', 'manager', 'director', 'treasurer', 'secretary', 'board_member')),
    check ((ended_on is null) = (ended_document is null))
) /*sqlite without rowid*/;
