-- Three and six months are what companies are promised: a centre may leave them alone longer, and shorter only with the council's reason on record.
alter table rules add column shorter_why text;
update rules set shorter_why = 'Valgt, før en begrundelse blev krævet.' where later_months < 3 or not_interested_months < 6;
alter table rules add constraint rules_shorter_has_reason
  check ((later_months < 3 or not_interested_months < 6) = (btrim(coalesce(shorter_why, '')) <> ''));
create or replace view rules_now with (security_invoker = true) as
  select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days, visit_minutes, active_case_months,
    company_places, shared_places, shorter_why
  from rules;
comment on view rules_now is 'What the centre has chosen. Null: shorter_why.';
