-- On which ground a member was excluded. What was said of a person is sealed with that person's key.
create table departure (
    cooperative text not null,                  -- its register number
    member      text not null,                  -- the id by which acts name the member
    left_on     text not null,                  -- the day on which the exclusion takes effect
    ground      text not null,                  -- unpaid: called shares were not paid; other
    notice_on   text,                           -- the day on which the member received formal notice
    reason      bytea,                          -- in words, sealed
    primary key (cooperative, member, left_on),
    check (ground in ('unpaid', 'other'))
) /*sqlite without rowid*/;
