-- A campaign says for which kind of meeting its lists are called; each list may differ.
alter table campaign add column offer text not null default 'visit' check (offer in ('visit', 'online', 'phone'));
alter table campaign alter column offer drop default;

-- A call keeps the kind it began with, whatever its list is called for since.
alter table call_hold add column form text not null default 'visit' check (form in ('visit', 'online', 'phone'));
-- Nothing of them is judged anew.
alter table call_hold disable trigger user;
update call_hold h set form = offer_of(h.centre_id, h.list_id) where h.list_id is not null;
alter table call_hold enable trigger user;
alter table call_hold alter column form drop default;

-- One more meeting is asked for of a kind: that for which is called.
alter table capacity_ask add column form text not null default 'visit' check (form in ('visit', 'online', 'phone'));
alter table capacity_ask alter column form drop default;

-- Nobody has agreed to any of the kind that a list is called for: more of it is not asked for, another number is agreed.
alter table list_pause drop constraint list_pause_reason_check;
alter table list_pause add constraint list_pause_reason_check check (reason in ('full', 'none', 'away', 'left', 'no-time'));

create or replace view capacity_waiting with (security_invoker = true) as
  select a.centre_id, 'capacity-asked' as kind, a.id as source_id, null::int as company_id, a.person_id, null::int as school_id, null::text as role,
    a.asked_at as from_at, a.week_on as due_on, null::timestamptz as due_at,
    jsonb_build_object('week', extract(week from a.week_on)::int::text, 'who', coalesce(p.name, ''), 'form', a.form) as "values"
  from capacity_ask a
  join member_now m on m.centre_id = a.centre_id and m.person_id = a.person_id
  left join person_named p on p.id = a.asked_by
  where a.answered_at is null and a.week_on + 6 >= (select app_today())
union all
  -- Lowered below what is booked: nothing is called off, somebody else must go.
  select m.centre_id, 'meetings-over', m.person_id, null, null, null, 'runs', (select app_now()), min(o.week_on), null,
    jsonb_build_object('who', m.name, 'count', sum(o.over)::text,
      'week', string_agg(extract(week from o.week_on)::int::text, ', ' order by o.week_on))
  from (
    select w.person_id, w.week_on, greatest(coalesce(w.booked - w.meetings, 0), coalesce(f.over, 0)) as over
    from capacity_weeks((select app_centre()),
      array(select distinct s.person_id from capacity_said s where s.centre_id = (select app_centre()) and s.person_id is not null),
      date_trunc('week', (select app_today()))::date, 9, null, null) w
    left join (
      select k.person_id, k.week_on, sum(greatest(coalesce(k.booked - k.most, 0), 0))::int as over
      from (values ('visit'), ('online'), ('phone')) kind (form)
      cross join lateral capacity_forms((select app_centre()), null, date_trunc('week', (select app_today()))::date, 9, kind.form, null, null) k
      group by k.person_id, k.week_on) f on f.person_id = w.person_id and f.week_on = w.week_on) o
  join member_now m on m.centre_id = (select app_centre()) and m.person_id = o.person_id
  where o.over > 0
  group by m.centre_id, m.person_id, m.name
union all
  -- It was called for some, who are not here any more: for all is not what was decided.
  select p.centre_id, 'list-for-nobody', p.list_id, null, null, null, 'runs', p.began_at, null, null, jsonb_build_object('list', l.name)
  from paused_list p join calling_list l on l.centre_id = p.centre_id and l.id = p.list_id
  where p.reason = 'left';
