-- By which number a legal person among founders is known, and who acts for it.
alter table founder add column legal_number text;
alter table founder add column representative text references person (id);
