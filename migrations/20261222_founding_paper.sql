-- The deposit certificate and the valuation report are kept apart, so that each is known to be there or not. What was sent along
-- before is put where it can only belong; where a project has shares in cash and in kind nobody can tell, and it stays.
update attachment set kept_with = replace(kept_with, '/capital', '/valuation')
 where kept_with in (select 'project/' || cast(project as text) || '/capital' from founder
                      group by project having sum(cash_shares) = 0 and sum(kind_shares) > 0);
update attachment set kept_with = replace(kept_with, '/capital', '/deposit')
 where kept_with like 'project/%/capital'
   and kept_with not in (select 'project/' || cast(project as text) || '/capital' from founder
                          group by project having sum(kind_shares) > 0);

-- A link that was used stays so, though what was confirmed by it lapses; whoever confirmed is sent another.
update confirmation set ends_at = lapsed_at where lapsed_at is not null;
create index confirmation_account on confirmation (account);

-- When founders were told that a granted name is kept no longer.
alter table submission add column told_at text;    -- UTC, six decimals
