-- A new consultant had a grey week and nobody told: only callers learnt that there were no free times.
create view diaries_waiting with (security_invoker = true) as
select m.centre_id, 'no-hours' as kind, m.person_id as source_id, null::int as company_id, m.person_id, null::int as school_id, null::text as role,
  m.joined_at as from_at, null::date as due_on, null::timestamptz as due_at, '{}'::jsonb as "values"
from member_now m
where not exists (select from working_hours h where h.centre_id = m.centre_id and h.person_id = m.person_id);
comment on view diaries_waiting is
  'People without working hours; whom it waits for, their role decides. Null: company_id school_id role due_on due_at.';

-- Whoever has working hours can be booked.
create view bookable_person with (security_invoker = true) as
select distinct centre_id, person_id from working_hours;
comment on view bookable_person is 'People with working hours. Null: none.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'diaries_waiting');
end $$;
