-- The plan is kept from a moment when nobody was called: companies under call were then compared with each of the list, 50 with 5,000, and until when with
-- each other. As a set to be in or not they are hashed, however many there are; and until when goes along from the call.
CREATE OR REPLACE FUNCTION queue_counted(centre integer)
 RETURNS TABLE(list_id integer, hindrance text, count integer, next_on date, next_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
declare
  clock timestamptz := app_now();
  asker int := app_person();
begin
  return query
  with held as materialized (
    select u.cvr, u.phone, case when u.person_id is distinct from asker and u.expires_at > clock then u.expires_at end as until
    from call_hold u where u.centre_id = centre
  ), handled as materialized (
    -- Under anyone's call, or skipped by who asks: `queue_now` knows what that means for each. Few, so each is looked up by itself (`offset 0`).
    select t.list_id, t.company_id, max(t.until) as until
    from (
      select q.list_id, q.company_id, u.until from held u
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = u.cvr offset 0) q
      union all
      select q.list_id, q.company_id, u.until from held u
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.phone = u.phone offset 0) q
      union all
      select q.list_id, q.company_id, null from call_skip k
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = k.cvr offset 0) q
      where k.centre_id = centre and k.person_id = asker
      union all
      select q.list_id, q.company_id, null from other_tongue o
      cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = o.cvr offset 0) q
      where o.centre_id = centre
    ) t group by t.list_id, t.company_id
  ), written as materialized (
    select q.list_id, case when q.ready_at > clock then q.hindrance end as reason, count(*) as rows,
           min(q.ends_at) filter (where q.ends_at > clock) as first_end, bool_or(q.ends_at is null or q.ends_at <= clock) as endless
    from queue_row q
    where q.centre_id = centre
      and (q.list_id, q.company_id) not in (select h.list_id, h.company_id from handled h)
    group by 1, 2
  ), part as (
    -- Reasons of the day have a moment, the others the first whole day without them.
    select w.list_id, w.reason, w.rows, w.endless and w.reason is not null as endless,
           case when w.reason not in ('call-back', 'no-answer')
                then ((w.first_end - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as day,
           case when w.reason in ('call-back', 'no-answer') then w.first_end end as moment
    from written w
    union all
    select n.list_id, n.hindrance, 1, n.until_on is null and n.until_at is null, n.until_on, n.until_at
    from handled h
    cross join lateral (
      select q.list_id, q.hindrance, q.until_on, case when q.hindrance = 'under-call' then h.until else q.until_at end as until_at
      from queue_now q where q.centre_id = centre and q.list_id = h.list_id and q.company_id = h.company_id offset 0) n
  )
  select p.list_id, p.reason, sum(p.rows)::int, case when p.reason = 'wait' or not bool_or(p.endless) then min(p.day) end, min(p.moment)
  from part p
  group by p.list_id, p.reason;
end $function$;
