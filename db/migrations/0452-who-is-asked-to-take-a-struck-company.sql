-- "You struck" was said to everybody of the school: the words know who it was now, and colleagues see it when they ask for what others have.
create or replace view struck_companies_waiting with (security_invoker = true) as
  select n.centre_id, 'struck-yours' as kind, n.list_id as source_id, null::int as company_id,
    -- Of whom struck it and has left, the school's others are asked.
    case when m.person_id is null then null else n.person_id end as person_id, n.school_id, 'hears' as role,
    min(n.ended_at) as from_at, null::date as due_on, null::timestamptz as due_at,
    jsonb_build_object('count', count(*), 'list', l.name, 'company', min(p.name), 'who', coalesce(m.name, ''),
      'mine', (m.person_id is not distinct from (select app_person()))::int) as "values"
  from own_strike_now n
  join list_now l on l.centre_id = n.centre_id and l.id = n.list_id
  join company_place p on p.id = n.company_id
  left join member_now m on m.centre_id = n.centre_id and m.person_id = n.person_id
  where not exists (
    select from struck_taking t
    join member_now x on x.centre_id = t.centre_id and x.person_id = t.person_id
    where t.centre_id = n.centre_id and t.strike_id = n.id)
  group by n.centre_id, n.list_id, n.person_id, m.person_id, m.name, n.school_id, l.name;
