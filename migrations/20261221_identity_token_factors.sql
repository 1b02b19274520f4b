-- By how many factors the owner of a token was proved who made it. Of those that were made before it is not known: one.
alter table token add column factors bigint not null default 1;
