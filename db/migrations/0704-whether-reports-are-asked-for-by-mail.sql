alter table rules add ask_by_mail boolean not null default true;

create or replace view rules_now with (security_invoker = true) as
select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days, visit_minutes,
  active_case_months, company_places, shared_places, shorter_why, contact_months, open_days, link_days, agreed_at, buffer_minutes, handed_in_quarter, referral_days, ask_by_mail
from rules;
