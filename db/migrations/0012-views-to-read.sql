-- One look-up each for what every room reads: the centre, its schools and rules, its members, people's names, companies. "Null:" in a
-- view's comment names the columns that may be null; scripts/schema.ts gives the others their type, and the demo world's test looks.
create view centre_now with (security_invoker = true) as
  select id, name, demo, created_at from centre;
comment on view centre_now is 'The centre. Null: none.';

create view school_now with (security_invoker = true) as
  select centre_id, id, name, kind, institution, municipality, mail_domain from school;
comment on view school_now is 'The schools of a centre. Null: institution municipality mail_domain.';

create view rules_now with (security_invoker = true) as
  select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days,
         visit_minutes
  from rules;
comment on view rules_now is 'What the centre has chosen. Null: none.';

-- Whoever did something keeps his name, here or gone.
create view person_named with (security_invoker = true) as
  select id, name from person;
comment on view person_named is 'Who someone is, whether still here or not. Null: none.';

create view member_ever with (security_invoker = true) as
  select m.centre_id, m.id as member_id, m.person_id, p.name, p.email, p.language, m.role, m.school_id, s.name as school, s.municipality,
         m.title, m.phone, m.knows, m.joined_at, m.left_at
  from membership m
  join person p on p.id = m.person_id
  left join school s on s.centre_id = m.centre_id and s.id = m.school_id;
comment on view member_ever is 'Who works or has worked here. Null: school_id school municipality title phone knows left_at.';

create view member_now with (security_invoker = true) as
  select centre_id, member_id, person_id, name, email, language, role, school_id, school, municipality, title, phone, knows, joined_at
  from member_ever
  where left_at is null;
comment on view member_now is 'Who works here now. Null: school_id school municipality title phone knows.';

-- The company or workplace as this centre knows it.
create view company_place with (security_invoker = true) as
  select id, kind, cvr, p_number, name, street, postal_code, town, municipality, industry, industry_text, form_code, form, employees,
         employees_from, employees_to, phone, email, email_domain, website, started_on, closed_on, status_text, protected,
         protected_seen_at, register_changed_at, changed_at, sought
  from company;
comment on view company_place is 'A company or workplace. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at.';
