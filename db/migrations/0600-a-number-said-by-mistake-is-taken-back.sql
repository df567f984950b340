-- What was agreed stays to read when it is taken back; it only holds no more.
alter table capacity_said add column taken_back_at timestamptz, add column taken_back_by int references person (id),
  add check (taken_back_by is null or taken_back_at is not null);
create index capacity_said_taken_back_by on capacity_said (taken_back_by);
-- The number that came of a yes: taken back by who gave it, he is asked as before.
alter table capacity_ask add column said_id int,
  add constraint capacity_ask_said_fkey foreign key (centre_id, said_id) references capacity_said (centre_id, id);
create index capacity_ask_said on capacity_ask (centre_id, said_id);

create or replace function capacity_agreed(centre int, someone int, at_school int, week date, out meetings int, out a_day int) stable language sql as $$
  select coalesce(one.meetings, always.meetings), coalesce(one.a_day, always.a_day)
  from (select 1) nothing
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and s.one_week and s.from_on = week
      and s.taken_back_at is null
    order by s.id desc limit 1) one on true
  left join lateral (
    select s.meetings, s.a_day from capacity_said s
    where s.centre_id = centre and (s.person_id = someone or s.person_id is null and s.school_id = at_school) and not s.one_week
      and s.from_on <= week and (s.until_on is null or s.until_on > week)
      and s.taken_back_at is null
    order by s.id desc limit 1) always on true
$$;
