-- Persons of whom something is kept apart from any account, and whose account it is: of a founder who confirmed by it.
create table account_person (
    person      text not null primary key references person (id),
    account     text not null references account (id),
    since       text not null                  -- UTC, six decimals
) /*sqlite without rowid*/;

create index account_person_account on account_person (account);

-- Why somebody read what is of somebody else is said by the action for which it was permitted.
alter table audit drop column reason;
