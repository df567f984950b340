-- Minutes that nobody has anything in before and after what takes his time, beside the driving.
alter table rules add buffer_minutes int not null default 0 check (buffer_minutes between 0 and 120);
create or replace view rules_now with (security_invoker = true) as
select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days,
  visit_minutes, active_case_months, company_places, shared_places, shorter_why, contact_months, open_days, link_days, agreed_at, buffer_minutes
from rules;
comment on view rules_now is 'What the centre has chosen; until it has agreed on them, our proposals. Null: shorter_why agreed_at.';
