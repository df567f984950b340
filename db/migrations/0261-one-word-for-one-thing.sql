-- One word for one thing: what a company has is a wait, a list whose hearing has ended is calling, and a school keeps a company on the list where it keeps a promise.
update hindrance_kind set word = 'wait' where word = 'waiting';
update queue_row set hindrance = 'wait' where hindrance = 'waiting';
update event set verb = 'wait-given' where subject = 'waiting_period' and verb = 'left-in-peace';
update import set details = jsonb_set(details #- '{result,kept}', '{result,stayed}', details #> '{result,kept}') where details #> '{result,kept}' is not null;

alter table kept rename to kept_on_list;
alter table kept_on_list rename constraint kept_pkey to kept_on_list_pkey;
alter table kept_on_list rename constraint kept_centre_id_list_id_fkey to kept_on_list_centre_id_list_id_fkey;
alter table kept_on_list rename constraint kept_person_id_fkey to kept_on_list_person_id_fkey;

alter view list_now rename column heard_at to hearing_ended_at;
create or replace view list_now with (security_invoker = true) as
  select l.centre_id, l.id, l.name, l.goal, l.made_by, l.made_at, d.drawn_at, h.hearing_id, h.deadline, h.ended_at as hearing_ended_at,
         o.opened_at, k.closed_at,
         case when k.list_id is not null then 'closed' when o.list_id is not null then 'calling' when h.list_id is not null then 'in-hearing'
              when d.list_id is not null then 'drawn' else 'draft' end as state
  from contact_list l
  left join draw d on d.centre_id = l.centre_id and d.list_id = l.id
  left join list_hearing h on h.centre_id = l.centre_id and h.list_id = l.id
  left join list_opening o on o.centre_id = l.centre_id and o.list_id = l.id
  left join list_closing k on k.centre_id = l.centre_id and k.list_id = l.id;
comment on view list_now is 'A list, its state (draft, drawn, in-hearing, calling, closed) and since when. Null: drawn_at hearing_id deadline hearing_ended_at opened_at closed_at.';

alter function judge_waiting(int, int) rename to judge_due;

-- How many of each list stand under which reason, and when the first of them may be called again. A function, because its plan is kept: planning took as
-- long as counting.
create or replace function queue_counted(centre int)
  returns table (list_id int, hindrance text, count int, next_on date, next_at timestamptz)
  language plpgsql stable set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  clock timestamptz := app_now();
  asker int := app_person();
begin
  return query
  with handled as materialized (
    -- Under anyone's call, or skipped by who asks: `queue_now` knows what that means for each. Few, so each is looked up by itself (`offset 0`).
    select q.list_id, q.company_id from call_hold u
    cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = u.cvr offset 0) q
    where u.centre_id = centre
    union
    select q.list_id, q.company_id from call_hold u
    cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.phone = u.phone offset 0) q
    where u.centre_id = centre
    union
    select q.list_id, q.company_id from call_skip k
    cross join lateral (select q.* from queue_row q where q.centre_id = centre and q.cvr = k.cvr offset 0) q
    where k.centre_id = centre and k.person_id = asker
  ), written as materialized (
    select q.list_id, case when q.ready_at > clock then q.hindrance end as reason, count(*) as rows,
           min(q.ends_at) filter (where q.ends_at > clock) as first_end, bool_or(q.ends_at is null or q.ends_at <= clock) as endless
    from queue_row q
    where q.centre_id = centre
      and not exists (select from handled h where h.list_id = q.list_id and h.company_id = q.company_id)
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
      select q.* from queue_now q where q.centre_id = centre and q.list_id = h.list_id and q.company_id = h.company_id offset 0) n
  )
  select p.list_id, p.reason, sum(p.rows)::int, case when p.reason = 'wait' or not bool_or(p.endless) then min(p.day) end, min(p.moment)
  from part p
  group by p.list_id, p.reason;
end $$;
