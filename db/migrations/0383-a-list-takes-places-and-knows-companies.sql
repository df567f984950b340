-- A list took one place of a company, and knew how many work there: where the leadership is shared it may take several, and size is the whole company's.

alter table rules add column company_places int not null default 1 check (company_places between 1 and 10);
alter table rules add column shared_places int not null default 3 check (shared_places between 1 and 20);
create or replace view rules_now with (security_invoker = true) as
  select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days, visit_minutes, active_case_months,
    company_places, shared_places
  from rules;

-- What was drawn before is kept as it was reckoned then: by the place.
alter table list_company add column company_employees int;
update list_company set company_employees = employees;
create or replace view listed_company with (security_invoker = true) as
  select centre_id, id, list_id, company_id, cvr, position, reason, sorted_out_until, municipality, industry, employees, company_employees
  from list_company where included;
comment on view listed_company is 'The companies that a draw took in, as they were that day (employees: of the place; company_employees: of the whole company), and until when the hearing sorted them out. Null: sorted_out_until municipality industry employees company_employees.';
