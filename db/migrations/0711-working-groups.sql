-- What is large, or many schools': a group of people works on it for one company. Its lead is whoever has the company, so there is never another.
insert into hindrance_kind (kind, rank, stops, word) values ('group', 44, '{outreach}', 'running');

-- What makes a report worth a group, beside who was there: counted, never what was written.
create view visit_weight with (security_invoker = true) as
select v.centre_id, v.id as visit_id, v.company_id, v.cvr, v.person_id, v.visited_at, v.reported_at, coalesce(v.employees, 0) as employees,
  (select count(*)::int from visit_need n where n.centre_id = v.centre_id and n.visit_id = v.id) as needs,
  exists (select from visit_topic t where t.centre_id = v.centre_id and t.visit_id = v.id and t.topic = 'learn-from') as to_learn_from
from visit v;
comment on view visit_weight is 'How much a report holds: people of the company, needs, whether others can learn from it. Null: none.';

-- Names and days only: the company reads the day of the next contact on its own page, and who calls is told whom to ask.
create table working_group (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  circle_id int not null,
  made_by int not null references person (id),
  made_at timestamptz not null,
  -- The report that it was proposed for.
  visit_id int,
  -- Whom it talks with there.
  contact_id int,
  -- The next contact with the company: it has a day as long as the group runs.
  next_on date,
  -- The lead lets the company read what the group works on.
  theme_shown_at timestamptz,
  ended_at timestamptz,
  ended_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id),
  foreign key (centre_id, visit_id) references visit (centre_id, id),
  foreign key (centre_id, contact_id) references company_person (centre_id, id),
  check ((ended_at is null) = (next_on is not null)),
  check ((ended_at is null) = (ended_by is null))
);
create index working_group_company on working_group (company_id);
create index working_group_of_company on working_group (centre_id, cvr);
create index working_group_circle on working_group (centre_id, circle_id);
create index working_group_made_by on working_group (made_by);
create index working_group_ended_by on working_group (ended_by);
create index working_group_visit on working_group (centre_id, visit_id) where visit_id is not null;
create index working_group_contact on working_group (centre_id, contact_id) where contact_id is not null;
call of_centre('working_group');

-- Who was asked, who said yes, and who is in it no more.
create table group_member (
  centre_id int not null references centre (id),
  group_id int not null,
  person_id int not null references person (id),
  asked_by int not null references person (id),
  asked_at timestamptz not null,
  joined_at timestamptz,
  declined_at timestamptz,
  left_at timestamptz,
  primary key (centre_id, group_id, person_id),
  foreign key (centre_id, group_id) references working_group (centre_id, id),
  -- Nobody says yes for another: a question that somebody asked himself is a yes.
  check (asked_by <> person_id or joined_at is not null),
  check (joined_at is null or declined_at is null)
);
create index group_member_person on group_member (person_id);
create index group_member_asked_by on group_member (asked_by);
call of_centre('group_member');
create trigger group_member_is_here before insert on group_member for each row execute function must_be_here('person_id');

-- Whose it is and by when; what it is about stands apart. Without an owner it is the lead's, else the coordinators'.
create table group_task (
  centre_id int not null references centre (id),
  id int generated always as identity,
  group_id int not null,
  owner_id int references person (id),
  -- Whose it was before he left the group.
  was_id int references person (id),
  due_on date not null,
  -- The day it had before it was moved.
  moved_from date,
  made_by int not null references person (id),
  made_at timestamptz not null,
  version int not null default 1,
  ended_at timestamptz,
  ended_by int references person (id),
  -- Become a promise to the company, it goes on there.
  ended_how text check (ended_how in ('done', 'dropped', 'promised')),
  -- The lead lets the company see it.
  shown_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, group_id) references working_group (centre_id, id),
  check ((ended_at is null) = (ended_how is null) and (ended_at is null) = (ended_by is null))
);
create index group_task_group on group_task (centre_id, group_id);
create index group_task_owner on group_task (owner_id);
create index group_task_was on group_task (was_id);
create index group_task_made_by on group_task (made_by);
create index group_task_ended_by on group_task (ended_by);
create index group_task_open on group_task (centre_id, due_on) where ended_at is null;
call of_centre('group_task');
create trigger group_task_owner_is_here before insert on group_task for each row execute function must_be_here('owner_id');
create trigger group_task_new_owner_is_here before update of owner_id on group_task for each row
  when (new.owner_id is distinct from old.owner_id) execute function must_be_here('owner_id');

-- Who is in its circle reads the plan, who is asked in too, for he must know to what he says yes; and the coordinators. Nobody asks himself in.
create view my_group with (security_invoker = true) as
select g.centre_id, g.id from working_group g
where (select runs_centre())
  or exists (select from circle_open_to_me o where o.centre_id = g.centre_id and o.circle_id = g.circle_id);
comment on view my_group is 'Working groups whose plan who asks may read. Null: none.';

create procedure of_group(tbl regclass) language plpgsql as $$
declare
  ours constant text := 'centre_id = (select app_centre()) and group_id in (select id from my_group)';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy group_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy group_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy group_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy group_removes on %s for delete using (%s)', tbl, ours);
end $$;

create table group_theme (
  centre_id int not null references centre (id),
  group_id int not null,
  theme text not null check (theme <> ''),
  primary key (centre_id, group_id),
  foreign key (centre_id, group_id) references working_group (centre_id, id)
);
call of_group('group_theme');
create policy shown_reads on group_theme for select using (centre_id = (select app_centre())
  and exists (select from working_group g where g.centre_id = group_theme.centre_id and g.id = group_id and g.theme_shown_at is not null));

create table group_task_words (
  centre_id int not null references centre (id),
  task_id int not null,
  group_id int not null,
  what text not null check (what <> ''),
  -- Why nothing came of it.
  why text not null default '',
  primary key (centre_id, task_id),
  foreign key (centre_id, task_id) references group_task (centre_id, id),
  foreign key (centre_id, group_id) references working_group (centre_id, id)
);
create index group_task_words_group on group_task_words (centre_id, group_id);
call of_group('group_task_words');
-- What the lead lets the company read, it reads; and nothing else of the group.
create policy shown_reads on group_task_words for select using (centre_id = (select app_centre())
  and exists (select from group_task t where t.centre_id = group_task_words.centre_id and t.id = task_id and t.shown_at is not null));

-- What is said among them: who is in the circle alone, no role reads past it.
create table group_note (
  centre_id int not null references centre (id),
  id int generated always as identity,
  group_id int not null,
  circle_id int not null,
  words text not null check (words <> ''),
  written_by int not null references person (id),
  written_at timestamptz not null,
  changed_by int references person (id),
  changed_at timestamptz,
  version int not null default 1,
  -- How it read before: [{"words": "…", "by": "…", "at": "…"}].
  was jsonb not null default '[]',
  primary key (centre_id, id),
  foreign key (centre_id, group_id) references working_group (centre_id, id),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id)
);
create index group_note_group on group_note (centre_id, group_id);
create index group_note_circle on group_note (centre_id, circle_id);
create index group_note_written_by on group_note (written_by);
create index group_note_changed_by on group_note (changed_by);
call of_circle('group_note');

-- A contact with the company: the day and what for; when it has been, what came of it.
create table group_contact (
  centre_id int not null references centre (id),
  id int generated always as identity,
  group_id int not null,
  circle_id int not null,
  planned_on date not null,
  what text not null,
  came_of text,
  written_by int references person (id),
  written_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, group_id) references working_group (centre_id, id),
  foreign key (centre_id, circle_id) references reading_circle (centre_id, id),
  check ((came_of is null) = (written_at is null) and (came_of is null) = (written_by is null))
);
create unique index group_contact_next on group_contact (centre_id, group_id) where came_of is null;
create index group_contact_group on group_contact (centre_id, group_id);
create index group_contact_circle on group_contact (centre_id, circle_id);
create index group_contact_written_by on group_contact (written_by);
call of_circle('group_contact');

-- Three lines at the end, for all schools.
create table group_result (
  centre_id int not null references centre (id),
  group_id int not null,
  agreed text not null check (agreed <> ''),
  came_of text not null check (came_of <> ''),
  learnt text not null check (learnt <> ''),
  primary key (centre_id, group_id),
  foreign key (centre_id, group_id) references working_group (centre_id, id)
);
call of_centre('group_result');

-- Whoever was asked for one by the house, and does not want it.
create table group_unwanted (
  centre_id int not null references centre (id),
  visit_id int not null,
  said_by int not null references person (id),
  said_at timestamptz not null,
  primary key (centre_id, visit_id),
  foreign key (centre_id, visit_id) references visit (centre_id, id)
);
create index group_unwanted_said_by on group_unwanted (said_by);
call of_centre('group_unwanted');

-- Exactly one, for a place has one regular contact: until another has said yes to the company, nothing changes; without one in the group it has none.
create view group_lead with (security_invoker = true) as
select g.centre_id, g.id as group_id, c.person_id
from working_group g
cross join lateral (
  select r.person_id, r.released_at from regular_contact_now r
  where r.centre_id = g.centre_id and r.cvr = g.cvr and (r.whole or r.company_id = g.company_id)
  order by r.whole limit 1
) c
join group_member m on m.centre_id = g.centre_id and m.group_id = g.id and m.person_id = c.person_id and m.joined_at is not null and m.left_at is null
join member_now n on n.centre_id = g.centre_id and n.person_id = c.person_id
where g.ended_at is null and c.released_at is null;
comment on view group_lead is 'Who leads a group that runs: who has its company, and is in it. No row: nobody. Null: none.';

-- A report of the last two months that names several schools, more than thirty people, more than three needs, or that others can learn from.
create view group_proposed with (security_invoker = true) as
select w.centre_id, w.visit_id, w.company_id, w.cvr, w.person_id, w.visited_at, w.reported_at, w.employees, w.needs, w.to_learn_from, s.schools
from visit_weight w
cross join lateral (
  select count(distinct m.school_id)::int as schools from member_now m
  where m.centre_id = w.centre_id and m.school_id is not null and (m.person_id = w.person_id or m.person_id in (
    select p.owner_id from promise_now p where p.centre_id = w.centre_id and p.origin_kind = 'visit' and p.origin_id = w.visit_id))
) s
where w.reported_at > app_now() - interval '60 days'
  and (s.schools >= 2 or w.employees > 30 or w.needs > 3 or w.to_learn_from)
  and not exists (select from working_group g where g.centre_id = w.centre_id and g.cvr = w.cvr and (g.ended_at is null or g.made_at >= w.reported_at))
  and not exists (select from group_unwanted u where u.centre_id = w.centre_id and u.visit_id = w.visit_id);
comment on view group_proposed is 'Reports for which a working group is proposed, and why. Null: none.';

create view groups_waiting with (security_invoker = true) as
with running as (
  select g.*, c.name as company, l.person_id as lead_id, p.name as lead, t.theme,
    exists (select from contact_hindrances(g.centre_id, g.company_id, 'phone') h where h.kind = 'stop') as stopped
  from working_group g
  join company_place c on c.id = g.company_id
  left join group_lead l on l.centre_id = g.centre_id and l.group_id = g.id
  left join person_named p on p.id = l.person_id
  left join group_theme t on t.centre_id = g.centre_id and t.group_id = g.id
  where g.ended_at is null
)
select g.centre_id, 'group-asked'::text as kind, g.id as source_id, g.company_id, m.person_id, null::int as school_id, null::text as role,
  m.asked_at as from_at, null::date as due_on, null::timestamptz as due_at,
  jsonb_build_object('company', g.company, 'who', a.name, 'what', coalesce(g.theme, '')) as "values"
from running g
join group_member m on m.centre_id = g.centre_id and m.group_id = g.id and m.joined_at is null and m.declined_at is null and m.left_at is null
join person_named a on a.id = m.asked_by
union all
select g.centre_id, case when t.due_on < (select app_today()) then 'group-task-late' else 'group-task' end, t.id, g.company_id,
  coalesce(t.owner_id, g.lead_id), null, 'runs', (t.due_on - 2)::timestamp at time zone 'Europe/Copenhagen', t.due_on, null,
  jsonb_build_object('company', g.company, 'who', coalesce(o.name, g.lead, ''), 'what', coalesce(w.what, ''), 'group', g.id)
from running g
join group_task t on t.centre_id = g.centre_id and t.group_id = g.id and t.ended_at is null
left join group_task_words w on w.centre_id = t.centre_id and w.task_id = t.id
left join person_named o on o.id = t.owner_id
where coalesce(t.owner_id, g.lead_id) is not null
union all
select g.centre_id, 'group-contact', g.id, g.company_id, g.lead_id, null, 'runs', g.next_on::timestamp at time zone 'Europe/Copenhagen', g.next_on, null,
  jsonb_build_object('company', g.company, 'who', g.lead, 'what', '')
from running g where g.lead_id is not null and not g.stopped
union all
select g.centre_id, 'group-leaderless', g.id, g.company_id, null, null, 'runs', g.made_at, g.next_on, null,
  jsonb_build_object('company', g.company, 'who', '', 'what', '')
from running g where g.lead_id is null
union all
select g.centre_id, 'group-stopped', g.id, g.company_id, g.lead_id, null, 'runs', g.made_at, null, null,
  jsonb_build_object('company', g.company, 'who', coalesce(g.lead, ''), 'what', '')
from running g where g.stopped
union all
select w.centre_id, 'group-proposed', w.visit_id, w.company_id, w.person_id, null, null, w.reported_at, null, null,
  jsonb_build_object('company', c.name, 'who', '', 'what', '')
from group_proposed w join company_place c on c.id = w.company_id;
comment on view groups_waiting is 'Who is asked to be in a group, tasks that are due, contacts that have been, groups without a lead, with a company that said stop, and proposed ones. Null: person_id school_id role due_on due_at.';
