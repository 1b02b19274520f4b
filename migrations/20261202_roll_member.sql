-- What is known of a member beyond the acts that admit and let go: who it is, by an id under which a person's data are sealed.
create table member (
    cooperative text not null,                  -- its register number
    member      text not null,                  -- the id by which acts name the member
    person      text references person (id),    -- of a natural person
    legal_name  text,                           -- of a legal person
    name_fr     bytea,                          -- in Latin letters, sealed with the key of the person
    phone       bytea,                          -- sealed likewise; a household may share one
    primary key (cooperative, member),
    check (person is null or legal_name is null)
) /*sqlite without rowid*/;
