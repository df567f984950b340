-- Calls, call-backs, holds and skips went by the CVR number: where the leadership is shared a workplace is called, skipped and called back for itself.

-- Skipped: the whole company (0), or one workplace of it.
alter table call_skip add column place int not null default 0;
alter table call_skip drop constraint call_skip_pkey, add primary key (centre_id, person_id, cvr, place);

create or replace view queue_now with (security_invoker = true) as
  select q.centre_id, q.list_id, q.company_id, q.cvr, q.phone, q.account_id, q.position, q.due_at, q.ready_at, why.reason as hindrance,
    case when why.reason = q.hindrance and why.reason not in ('call-back', 'no-answer') and q.ends_at > (select app_now())
         then ((q.ends_at - interval '1 microsecond') at time zone 'Europe/Copenhagen')::date + 1 end as until_on,
    case
      when why.reason = 'under-call' then (
        select max(u.expires_at) from call_hold u
        where u.centre_id = q.centre_id and (u.cvr = q.cvr or u.phone = q.phone) and u.expires_at > (select app_now())
          and u.person_id is distinct from (select app_person())
          and (u.phone = q.phone or u.company_id = q.company_id
               or q.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))))
      when why.reason = 'skipped' then (
        select max(k.until_at) from call_skip k
        where k.centre_id = q.centre_id and k.person_id = (select app_person()) and k.cvr = q.cvr and k.place in (0, q.company_id))
      when why.reason in ('call-back', 'no-answer') and q.ends_at > (select app_now()) then q.ends_at
    end as until_at
  from queue_row q
  cross join lateral (
    select case
      when q.ready_at > (select app_now()) and q.hindrance not in ('call-back', 'no-answer') then q.hindrance
      when q.cvr in (
             select u.cvr from call_hold u
             where u.centre_id = (select app_centre()) and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
           and (q.cvr not in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre()))
                or q.company_id in (
                  select u.company_id from call_hold u
                  where u.centre_id = (select app_centre()) and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person())))
        or q.phone in (
             select u.phone from call_hold u
             where u.centre_id = (select app_centre()) and u.expires_at > (select app_now()) and u.person_id is distinct from (select app_person()))
        then 'under-call'
      when q.ready_at > (select app_now()) then q.hindrance
      when q.cvr in (
             select k.cvr from call_skip k
             where k.centre_id = (select app_centre()) and k.person_id = (select app_person()) and k.place = 0 and k.until_at > (select app_now()))
        or q.company_id in (
             select k.place from call_skip k
             where k.centre_id = (select app_centre()) and k.person_id = (select app_person()) and k.until_at > (select app_now()))
        then 'skipped'
    end as reason
    offset 0
  ) why;

-- What was agreed and said last is asked of the unit that answers: the company (0), or the workplace. The rest of the judging stays as it is, so it is
-- changed word by word, and red when a word is not found.
do $$
declare
  body text := pg_get_functiondef('queue_judged(int, text[])'::regprocedure);
  change text[];
begin
  foreach change slice 1 in array array[
    ['select d.list_id, d.company_id, d.cvr, d.position,', 'select d.list_id, d.company_id, d.cvr, case when d.cvr = any(apart) then d.company_id else 0 end as unit, d.position,'],
    ['select b.cvr, min(b.due_at) as due_at', 'select b.cvr, case when b.cvr = any(apart) then b.company_id else 0 end as unit, min(b.due_at) as due_at'],
    ['k.cvr = b.cvr and k.booked_at >= b.ended_at)', 'k.cvr = b.cvr and k.booked_at >= b.ended_at
                        and (k.company_id = b.company_id or b.cvr <> all(apart)))'],
    ['group by b.cvr', 'group by 1, 2'],
    ['select distinct on (s.cvr) s.cvr, s.answer,', 'select distinct on (s.cvr, 2) s.cvr, case when s.cvr = any(apart) then s.company_id else 0 end as unit, s.answer,'],
    ['order by s.cvr, s.ended_at desc, s.call_id desc', 'order by s.cvr, 2, s.ended_at desc, s.call_id desc'],
    ['select k.cvr, max(k.booked_at) as booked_at from booking_now k where k.centre_id = $1 and k.cvr = any($2) group by k.cvr',
     'select k.cvr, case when k.cvr = any(apart) then k.company_id else 0 end as unit, max(k.booked_at) as booked_at
    from booking_now k where k.centre_id = $1 and k.cvr = any($2) group by 1, 2'],
    ['left join back on back.cvr = d.cvr', 'left join back on back.cvr = d.cvr and back.unit = d.unit'],
    ['left join last on last.cvr = d.cvr', 'left join last on last.cvr = d.cvr and last.unit = d.unit'],
    ['left join booked on booked.cvr = d.cvr', 'left join booked on booked.cvr = d.cvr and booked.unit = d.unit'],
    [E'#variable_conflict use_column\nbegin', E'#variable_conflict use_column\ndeclare\n  -- Whose workplaces answer each for itself.\n  apart constant text[] := array(select l.cvr from shared_leadership l where l.centre_id = $1 and l.cvr = any($2));\nbegin']
  ] loop
    if position(change[1] in body) = 0 then raise exception 'queue_judged says no longer: %', change[1]; end if;
    body := replace(body, change[1], change[2]);
  end loop;
  execute body;
end $$;

-- Who decides of the leadership says anew who may be called.
create function queue_leadership() returns trigger language plpgsql as $$
begin
  perform queue_touched(t.centre_id, t.cvrs) from (
    select q.centre_id, array_agg(distinct q.cvr) as cvrs
    from touched l join queue_row q on q.centre_id = l.centre_id and q.cvr = l.cvr group by q.centre_id
  ) t;
  return null;
end $$;
create trigger queue_leadership_decided after insert on leadership referencing new table as touched for each statement execute function queue_leadership();
create trigger queue_leadership_changed after update on leadership referencing new table as touched for each statement execute function queue_leadership();
