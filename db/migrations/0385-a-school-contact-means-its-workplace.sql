-- A school that knows one kindergarten knew, by the CVR number, all of the municipality's: where the leadership is shared, a contact with a P-number means that
-- workplace, and the company's number alone is only likely.
create or replace view contact_match with (security_invoker = true) as
  select s.centre_id, s.school_id, d.list_id, d.company_id, d.position, s.id as contact_id, s.matched_by, s.certain, s.told
  from listed_company d
  cross join lateral (
    select c.cvr, c.p_number, c.phone, c.email_domain,
      c.kind = 'workplace' and c.cvr in (select l.cvr from shared_leadership l where l.centre_id = (select app_centre())) as apart
    from company_place c where c.id = d.company_id offset 0) c
  cross join lateral (
    select s.centre_id, s.school_id, s.id, 'cvr'::text as matched_by, not c.apart as certain, (s.contact_person is not null)::int + (s.note is not null)::int as told
    from school_contact_now s where s.centre_id = d.centre_id and s.cvr = c.cvr and (not c.apart or s.p_number is null or s.p_number = c.p_number)
    union all
    select s.centre_id, s.school_id, s.id, 'p-number', true, (s.contact_person is not null)::int + (s.note is not null)::int
    from school_contact_now s where s.centre_id = d.centre_id and s.p_number = c.p_number
    union all
    select s.centre_id, s.school_id, s.id, 'phone', false, (s.contact_person is not null)::int + (s.note is not null)::int
    from school_contact_now s where s.centre_id = d.centre_id and s.phone = c.phone
    union all
    select s.centre_id, s.school_id, s.id, 'domain', false, (s.contact_person is not null)::int + (s.note is not null)::int
    from school_contact_now s where s.centre_id = d.centre_id and s.domain = c.email_domain
    offset 0
  ) s;
