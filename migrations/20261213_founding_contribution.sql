-- What a founder brings in kind, and the two halves of a right in collective land.
alter table founder add column kind_what text;
alter table founder add column kind_value_minor bigint; -- in centimes
-- Where the list of right holders names the founder, sealed with the key of the person; the column "land" keeps the land itself.
-- In rows of before, both stand there.
alter table founder add column land_list bytea;
