-- Who acts, or acted last, for a cooperative is asked with each look at who acts for it and in each round of reminders.
create index mandate_scope on mandate (role, scope);
