-- What a founder confirmed holds until the statutes or the value of a share change: since when it does not.
alter table confirmation add column lapsed_at text;
