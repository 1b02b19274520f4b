-- Where whoever comes in by the link goes on to, sealed with the person's key: it may be the link of an invitation, whose secret lies
-- nowhere else. None for the account.
alter table link add column next bytea;
