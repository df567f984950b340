-- How long a regular contact stands without contact, contact is open to who was let in, and a company's link works: the centre's to say, not the house's.
alter table rules
  add column contact_months int not null default 12 check (contact_months between 6 and 36),
  add column open_days int not null default 30 check (open_days between 7 and 90),
  add column link_days int not null default 90 check (link_days between 14 and 365);
create or replace view rules_now with (security_invoker = true) as
  select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days, visit_minutes, active_case_months,
    company_places, shared_places, shorter_why, contact_months, open_days, link_days
  from rules;
comment on view rules_now is 'What the centre has chosen. Null: shorter_why.';

-- Two months before, whoever has it is warned.
create or replace view regular_contact_lapses with (security_invoker = true) as
  select c.centre_id, c.id, c.cvr, c.released_at, l.at as last_at,
         ((l.at at time zone 'Europe/Copenhagen') + make_interval(months => coalesce(r.contact_months, 12) - 2))::date as warned_on,
         ((l.at at time zone 'Europe/Copenhagen') + make_interval(months => coalesce(r.contact_months, 12)))::date as lapses_on
  from regular_contact c
  left join rules_now r on r.centre_id = c.centre_id
  cross join lateral (
    select greatest(c.since, max(k.at)) as at from contact_made k where k.centre_id = c.centre_id and k.cvr = c.cvr and k.at <= app_now()
  ) l
  where c.ended_at is null;
