-- What is said on all lists of a campaign, from their first call on; empty: what a new list's callers say otherwise.
alter table campaign add column script text not null default '' check (length(script) <= 12000);
