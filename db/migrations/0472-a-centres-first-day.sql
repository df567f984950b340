-- The first day is reckoned from what has happened: a link that was copied, or opened by whoever it is for; rules that somebody agreed on.
alter table invitation
  add copied_at timestamptz,
  add opened_at timestamptz;
create view invitation_open with (security_invoker = true) as
select centre_id, id, name, role, school_id, invited_at, expires_at, copied_at, opened_at
from invitation
where accepted_at is null and withdrawn_at is null and expires_at > app_now();
comment on view invitation_open is 'Invitations that may still be answered. Null: school_id copied_at opened_at.';

alter table rules add agreed_at timestamptz;
update rules r set agreed_at = (
  select max(e.at) from event e where e.centre_id = r.centre_id and e.subject = 'rules' and e.verb = 'changed');
create or replace view rules_now with (security_invoker = true) as
select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days,
  visit_minutes, active_case_months, company_places, shared_places, shorter_why, contact_months, open_days, link_days, agreed_at
from rules;
comment on view rules_now is 'What the centre has chosen; until it has agreed on them, our proposals. Null: shorter_why agreed_at.';
