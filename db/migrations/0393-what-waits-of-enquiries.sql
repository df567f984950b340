-- What waits of regular contacts and of enquiries is read with the rest.
create or replace function what_waits(centre int, school int, person int, does text[], others boolean, sought jsonb)
  returns table (kind text, id bigint, company_id int, due_on date, due_at timestamptz, "values" jsonb)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  clock timestamptz := app_now();
  kinds text[] := array(select k.kind from jsonb_to_recordset(sought) k (kind text));
begin
  return query
  with every as (
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from members_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from measures_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from mails_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from catalogue_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from promises_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from regular_contacts_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from enquiries_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from lists_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from hearings_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from bookings_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from visits_waiting
    union all
    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from queue_waiting
  ), mine as (
    select w.kind, w.source_id, w.company_id, w.due_on, w.due_at, w."values", k.place, k.most,
      row_number() over (
        partition by w.kind
        order by coalesce(w.due_at, w.due_on::timestamp at time zone 'Europe/Copenhagen') nulls last,
          case when k.newest then -w.source_id end, w.from_at, w.source_id) as n
    from every w
    join jsonb_to_recordset(sought) k (kind text, place int, most int, newest boolean, asked boolean) on k.kind = w.kind
    where w.centre_id = centre and w.from_at <= clock and w.kind = any(kinds)
      and (w.school_id is null or w.school_id = school)
      and (w.person_id = person or (w.role = any(does) and (w.person_id is null or others or not k.asked)))
  )
  select m.kind, m.source_id::bigint, m.company_id, m.due_on, m.due_at, m."values" from mine m where m.n <= m.most order by m.place, m.n;
end $$;
