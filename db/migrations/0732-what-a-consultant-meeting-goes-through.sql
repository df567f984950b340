-- What each room below lets be read out in front of all schools: names and days, and of words only what any colleague reads already.
create view promise_told with (security_invoker = true) as
select p.centre_id, p.id, p.company_id, p.cvr, p.what, p.owner_id, o.name as owner, p.due_on, p.made_at,
  (p.released_at is not null or o.left_at is not null) as ownerless,
  (p.kept_at is null and p.dropped_at is null) as open, p.kept_at is not null as kept
from promise p
join member_ever o on o.centre_id = p.centre_id and o.person_id = p.owner_id
where p.promised_by = 'us';
comment on view promise_told is 'What we promised, with who has it and whether nobody has. Null: none.';

create view referral_unplaced with (security_invoker = true) as
select r.centre_id, r.id, r.company_id, r.cvr, r.given_at, r.hear_by, r.given_back,
  (r.closed_at is null and r.receiver_id is null and r.receiver_school_id is null) as unplaced
from referral r;
comment on view referral_unplaced is 'Referrals, and whether nobody has them: never what they are about. Null: none.';

create view group_learnt with (security_invoker = true) as
select r.centre_id, r.group_id, g.company_id, g.cvr, r.learnt, g.ended_at
from group_result r join working_group g on g.centre_id = r.centre_id and g.id = r.group_id
where g.ended_at is not null and r.learnt <> '';
comment on view group_learnt is 'What groups that have ended learnt, as all schools read it. Null: none.';

-- An idea for a course or a form of teaching, followed until something came of it.
create table teaching_idea (
  centre_id int not null references centre (id),
  id int generated always as identity,
  title text not null check (title <> ''),
  told text not null default '',
  put_by int not null references person (id),
  put_at timestamptz not null,
  follower_id int references person (id),
  state text not null default 'new' check (state in ('new', 'looking', 'became', 'not-now')),
  came_of text not null default '',
  version int not null default 1,
  changed_at timestamptz not null,
  primary key (centre_id, id)
);
create index teaching_idea_follower on teaching_idea (centre_id, follower_id);
call of_centre('teaching_idea');
create view teaching_idea_told with (security_invoker = true) as
select centre_id, id, title, put_at, follower_id, state in ('new', 'looking') as open from teaching_idea;
comment on view teaching_idea_told is 'Ideas for teaching, and whether they are still looked into. Null: follower_id.';

-- What is gone through. Before a meeting opens a point that somebody put waits without one; the others are found as it opens.
create table meeting_point (
  centre_id int not null references centre (id),
  id int generated always as identity,
  meeting_id int,
  section text not null check (section in ('reports', 'ownerless', 'stalled', 'case', 'put', 'ideas')),
  kind text not null check (kind in ('report', 'need', 'promise', 'referral', 'learnt', 'idea', 'question', 'case', 'decision')),
  -- Of which row of its room; null: what was put in words of its own.
  source_id int,
  company_id int references company_known (id),
  words text not null default '',
  position int not null default 0,
  put_by int references person (id),
  put_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, meeting_id) references consultant_meeting (centre_id, id),
  check ((source_id is null) = (words <> ''))
);
create unique index meeting_point_once on meeting_point (centre_id, meeting_id, section, kind, source_id);
create index meeting_point_company on meeting_point (company_id);
create index meeting_point_waits on meeting_point (centre_id) where meeting_id is null;
call of_centre('meeting_point');

create table meeting_outcome (
  centre_id int not null references centre (id),
  id int generated always as identity,
  point_id int not null,
  how text not null check (how in ('seen', 'task', 'asked', 'decided', 'later')),
  words text not null default '',
  person_id int references person (id),
  due_on date,
  promise_id int,
  -- Who had the promise before, and until when: an undoing gives it back as it was.
  was jsonb,
  said_by int not null references person (id),
  said_at timestamptz not null,
  undone_by int references person (id),
  undone_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, point_id) references meeting_point (centre_id, id),
  foreign key (centre_id, promise_id) references promise (centre_id, id),
  check ((how in ('task', 'asked')) = (person_id is not null)),
  check (how <> 'decided' or words <> '')
);
-- Of two who press at once one wins.
create unique index meeting_outcome_one on meeting_outcome (centre_id, point_id) where undone_at is null;
create index meeting_outcome_point on meeting_outcome (centre_id, point_id);
create index meeting_outcome_promise on meeting_outcome (centre_id, promise_id);
call of_centre('meeting_outcome');

create table meeting_attendance (
  centre_id int not null references centre (id),
  meeting_id int not null,
  person_id int not null references person (id),
  said_by int not null references person (id),
  said_at timestamptz not null,
  primary key (centre_id, meeting_id, person_id),
  foreign key (centre_id, meeting_id) references consultant_meeting (centre_id, id)
);
call of_centre('meeting_attendance');

-- Minutes are never changed: what was wrong is said beside them.
create table meeting_correction (
  centre_id int not null references centre (id),
  id int generated always as identity,
  meeting_id int not null,
  words text not null check (words <> ''),
  said_by int not null references person (id),
  said_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, meeting_id) references consultant_meeting (centre_id, id)
);
create index meeting_correction_meeting on meeting_correction (centre_id, meeting_id);
call of_centre('meeting_correction');

-- Everything that may stand on an agenda; `stands`: it is still to be taken up. Made of what rooms let any colleague read, and of nothing else.
create view meeting_thing with (security_invoker = true) as
select v.centre_id, 'reports' as section, 'report' as kind, v.id as source_id, v.company_id, v.about as words,
  v.reported_at as since_at, (v.visited_at at time zone 'Europe/Copenhagen')::date as on_day, v.person_id, true as stands
from visit_read v
union all
-- Nobody has answered within a week, and nothing is promised them or passed on.
select n.centre_id, 'ownerless', 'need', n.id, v.company_id, n.words, v.reported_at, (v.visited_at at time zone 'Europe/Copenhagen')::date, v.person_id,
  n.outcome is null
  and coalesce(v.reported_at < app_now() - interval '7 days' and v.reported_at > app_now() - interval '1 year', false)
  and not exists (select from promise_now p where p.centre_id = n.centre_id and p.cvr = v.cvr and p.kept_at is null and p.dropped_at is null)
  and not exists (select from mark_reach r where r.centre_id = n.centre_id and r.cvr = v.cvr and r.kind = 'referral')
from need_in_lists n join visit_read v on v.centre_id = n.centre_id and v.id = n.visit_id
union all
select p.centre_id, case when p.ownerless then 'ownerless' else 'stalled' end, 'promise', p.id, p.company_id, p.what, p.made_at, p.due_on, p.owner_id,
  p.open and (p.ownerless or coalesce(p.due_on < app_today(), false))
from promise_told p
union all
select r.centre_id, 'ownerless', 'referral', r.id, r.company_id, '', r.given_at, r.hear_by, null, r.unplaced
from referral_unplaced r
union all
select g.centre_id, 'ideas', 'learnt', g.group_id, g.company_id, g.learnt, g.ended_at, (g.ended_at at time zone 'Europe/Copenhagen')::date, null, true
from group_learnt g
union all
select i.centre_id, 'ideas', 'idea', i.id, null, i.title, i.put_at, (i.put_at at time zone 'Europe/Copenhagen')::date, i.follower_id, i.open
from teaching_idea_told i;
comment on view meeting_thing is 'What a consultant meeting may go through. Null: company_id on_day person_id.';

create view consultant_meetings_waiting with (security_invoker = true) as
with ahead as (
  select m.centre_id, m.id, m.host_id, m.starts_at, (m.starts_at at time zone 'Europe/Copenhagen')::date as day,
    jsonb_build_object('host', coalesce(m.host, ''), 'time', to_char(m.starts_at at time zone 'Europe/Copenhagen', 'FMHH24.MI')) as said
  from consultant_meeting_now m
  where m.cancelled_at is null and m.opened_at is null and m.starts_at > app_now() - interval '12 hours'
)
select a.centre_id, 'meeting-runs' as kind, a.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  ((a.day - 7)::timestamp at time zone 'Europe/Copenhagen') as from_at, a.day as due_on, null::timestamptz as due_at, a.said as "values"
from ahead a
union all
select a.centre_id, 'meeting-host', a.id, null, null, a.host_id, 'visits', ((a.day - 7)::timestamp at time zone 'Europe/Copenhagen'), a.day, null, a.said
from ahead a where a.host_id is not null
union all
-- The day before, to everyone else: who hosts it has heard.
select a.centre_id, 'meeting-comes', a.id, null, p.person_id, null, null, ((a.day - 1)::timestamp at time zone 'Europe/Copenhagen'), a.day, null, a.said
from ahead a join member_now p on p.centre_id = a.centre_id and p.school_id is distinct from a.host_id
union all
select m.centre_id, 'meeting-unclosed', m.id, null, null, null, 'runs', m.ends_at, (m.starts_at at time zone 'Europe/Copenhagen')::date, null,
  jsonb_build_object('host', coalesce(m.host, ''), 'time', '')
from consultant_meeting_now m where m.opened_at is not null and m.closed_at is null;
comment on view consultant_meetings_waiting is 'The next meeting, to who runs it, who hosts it, and the day before to everyone; and one that was not closed. Null: company_id person_id school_id role due_at.';
