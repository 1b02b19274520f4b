-- The last numbers that were given to projects and to what founders hand in: none is given again, though a project is given up.
create table founding_number (
    kind        text not null primary key,      -- project or submission
    last_given  bigint not null
) /*sqlite without rowid*/;

insert into founding_number (kind, last_given) select 'project', coalesce(max(id), 0) from project;
insert into founding_number (kind, last_given) select 'submission', coalesce(max(id), 0) from submission;
