-- A company's need is passed on to another school: who asked whom, by when they hear, and how far it is. What was said of them is for those it concerns alone.
alter table rules add referral_days int not null default 5 check (referral_days between 4 and 20);
create or replace view rules_now with (security_invoker = true) as
select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days,
  visit_minutes, active_case_months, company_places, shared_places, shorter_why, contact_months, open_days, link_days, agreed_at, buffer_minutes,
  handed_in_quarter, referral_days
from rules;
comment on view rules_now is 'What the centre has chosen; until it has agreed on them, our proposals. Null: shorter_why agreed_at.';

insert into hindrance_kind (kind, rank, stops, word) values ('referral', 49, '{outreach}', 'running');

-- Names and days only: the company reads them on its own page, and who calls is told whom to ask.
create table referral (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  giver_id int not null references person (id),
  giver_school_id int,
  given_at timestamptz not null,
  -- Who sees to it that somebody talks with them: the giver; when he is gone, the coordinators (null), or whoever goes on with it.
  follower_id int references person (id),
  -- Whom it is at: a person, anyone of a school, or (neither) the coordinators, who find someone.
  receiver_id int references person (id),
  receiver_school_id int,
  -- The day the company was told that it would hear by.
  hear_by date not null,
  asked_at timestamptz not null,
  remind_on date not null,
  answer_by date not null,
  given_back int not null default 0,
  taken_at timestamptz,
  answered_at timestamptz,
  answered_by int references person (id),
  -- Who answered has talked with them.
  answered_met boolean not null default false,
  closed_at timestamptz,
  closed_by int references person (id),
  closed_how text check (closed_how in ('talked', 'told', 'withdrawn')),
  primary key (centre_id, id),
  foreign key (centre_id, giver_school_id) references school (centre_id, id),
  foreign key (centre_id, receiver_school_id) references school (centre_id, id),
  check (taken_at is null or receiver_id is not null),
  check ((answered_at is null) = (answered_by is null)),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_how is null))
);
create index referral_company on referral (company_id);
create index referral_of_company on referral (centre_id, cvr);
create index referral_giver on referral (giver_id);
create index referral_giver_school on referral (centre_id, giver_school_id);
create index referral_follower on referral (follower_id);
create index referral_receiver on referral (receiver_id);
create index referral_receiver_school on referral (centre_id, receiver_school_id);
create index referral_answered_by on referral (answered_by);
create index referral_closed_by on referral (closed_by);
create index referral_open on referral (centre_id) where closed_at is null;
call of_centre('referral');
create trigger referral_receiver_is_here before insert on referral for each row execute function must_be_here('receiver_id');
create trigger referral_new_receiver_is_here before update of receiver_id on referral for each row
  when (new.receiver_id is distinct from old.receiver_id) execute function must_be_here('receiver_id');
create trigger referral_follower_is_here before insert on referral for each row execute function must_be_here('follower_id');
create trigger referral_new_follower_is_here before update of follower_id on referral for each row
  when (new.follower_id is distinct from old.follower_id) execute function must_be_here('follower_id');

-- What happened to it, by whom and whom it came to. What was said with it stands apart.
create table referral_step (
  centre_id int not null references centre (id),
  id int generated always as identity,
  referral_id int not null,
  verb text not null check (verb in ('given', 'taken', 'answered', 'given-back', 'passed', 'released', 'withdrawn', 'closed')),
  done_at timestamptz not null,
  done_by int references person (id),
  to_id int references person (id),
  to_school_id int,
  primary key (centre_id, id),
  foreign key (centre_id, referral_id) references referral (centre_id, id),
  foreign key (centre_id, to_school_id) references school (centre_id, id)
);
create index referral_step_referral on referral_step (centre_id, referral_id);
create index referral_step_done_by on referral_step (done_by);
create index referral_step_to on referral_step (to_id);
create index referral_step_to_school on referral_step (centre_id, to_school_id);
call of_centre('referral_step');

-- Of the own school's: all of them for who leads it; for who visits those that nobody has taken; none for anyone else.
create function referrals_of_my_school() returns text language plpgsql stable as $$
begin
  return coalesce((
    select case m.role when 'leader' then 'all' when 'consultant' then 'untaken' else 'none' end
    from member_now m where m.centre_id = app_centre() and m.person_id = app_person() and m.school_id = app_school()), 'none');
end $$;

create view my_referral with (security_invoker = true) as
select r.centre_id, r.id from referral r
where (select runs_centre())
  or (select app_person()) in (r.follower_id, r.receiver_id)
  or ((select referrals_of_my_school()) = 'all' and (select app_school()) in (r.giver_school_id, r.receiver_school_id))
  or ((select referrals_of_my_school()) = 'untaken' and r.receiver_id is null and r.receiver_school_id = (select app_school()));
comment on view my_referral is 'Referrals whose words who asks may read.';

create procedure of_referral(tbl regclass) language plpgsql as $$
declare
  ours constant text := 'centre_id = (select app_centre()) and referral_id in (select id from my_referral)';
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('create policy referral_reads on %s for select using (%s)', tbl, ours);
  execute format('create policy referral_adds on %s for insert with check (%s)', tbl, ours);
  execute format('create policy referral_changes on %s for update using (%s) with check (%s)', tbl, ours, ours);
  execute format('create policy referral_removes on %s for delete using (%s)', tbl, ours);
end $$;

-- What they need, in their own words: for who gave it, who has it, those who lead the two schools, and the coordinators. No role reads past it.
create table referral_matter (
  centre_id int not null references centre (id),
  referral_id int not null,
  words text not null,
  field text,
  contact_id int,
  visit_id int,
  primary key (centre_id, referral_id),
  foreign key (centre_id, referral_id) references referral (centre_id, id),
  foreign key (centre_id, contact_id) references company_person (centre_id, id),
  foreign key (centre_id, visit_id) references visit (centre_id, id)
);
create index referral_matter_contact on referral_matter (centre_id, contact_id) where contact_id is not null;
create index referral_matter_visit on referral_matter (centre_id, visit_id) where visit_id is not null;
call of_referral('referral_matter');

-- What was written with a step: an answer, why it was given back.
create table referral_said (
  centre_id int not null references centre (id),
  step_id int not null,
  referral_id int not null,
  words text not null check (words <> ''),
  primary key (centre_id, step_id),
  foreign key (centre_id, step_id) references referral_step (centre_id, id) on delete cascade,
  foreign key (centre_id, referral_id) references referral (centre_id, id)
);
create index referral_said_referral on referral_said (centre_id, referral_id);
call of_referral('referral_said');

-- Whether who has taken it has talked with them since.
create view referral_talked with (security_invoker = true) as
select r.centre_id, r.id as referral_id, min(m.since) as talked_at
from referral r
join mark_reach m on m.centre_id = r.centre_id and m.cvr = r.cvr and m.kind in ('spoken', 'visited')
  and m.person_id = r.receiver_id and m.since >= r.taken_at
group by r.centre_id, r.id;
comment on view referral_talked is 'When who has taken a referral has talked with the company since. No row: not yet.';

create view referrals_waiting with (security_invoker = true) as
with open as (
  select r.*, c.name as company, g.name as giver, coalesce(p.name, s.name, '') as who,
    (t.talked_at is not null or r.answered_met) as talked,
    jsonb_build_object('company', c.name, 'giver', g.name, 'who', coalesce(p.name, s.name, '')) as said
  from referral r
  join company_place c on c.id = r.company_id
  join person_named g on g.id = r.giver_id
  left join person_named p on p.id = r.receiver_id
  left join school_now s on s.centre_id = r.centre_id and s.id = r.receiver_school_id
  left join referral_talked t on t.centre_id = r.centre_id and t.referral_id = r.id
  where r.closed_at is null
),
stopped as (
  select o.id from open o
  where exists (select from contact_hindrances(o.centre_id, o.company_id, 'phone') h where h.kind = 'stop')
),
going as (select o.* from open o where o.id not in (select id from stopped)),
asked as (select g.* from going g where g.taken_at is null and g.answered_at is null)
select a.centre_id, case when a.remind_on <= (select app_today()) then 'referral-reminded' else 'referral-asked' end as kind, a.id as source_id,
  a.company_id, a.receiver_id as person_id, case when a.receiver_id is null then a.receiver_school_id end as school_id,
  case when a.receiver_id is null then 'knows' else 'runs' end as role, a.asked_at as from_at, a.answer_by as due_on, null::timestamptz as due_at,
  a.said as "values"
from asked a where a.receiver_id is not null or a.receiver_school_id is not null
union all
-- Nobody has answered in time: who runs the centre has it too.
select a.centre_id, 'referral-late', a.id, a.company_id, null, null, 'runs', (a.answer_by + time '16:00') at time zone 'Europe/Copenhagen', a.answer_by,
  null, a.said
from asked a where (a.receiver_id is not null or a.receiver_school_id is not null)
union all
select a.centre_id, 'referral-nobody', a.id, a.company_id, null, null, 'runs', a.asked_at, a.answer_by, null, a.said
from asked a where a.receiver_id is null and a.receiver_school_id is null
union all
select g.centre_id, 'referral-mine', g.id, g.company_id, g.receiver_id, null, 'runs', g.taken_at, g.hear_by, null, g.said
from going g where g.taken_at is not null and g.answered_at is null and not g.talked
union all
-- Taken, and still nobody has talked with them: who gave it asks.
select g.centre_id, 'referral-unheard', g.id, g.company_id, g.follower_id, null, 'runs',
  (g.hear_by + 1)::timestamp at time zone 'Europe/Copenhagen', g.hear_by, null, g.said
from going g where g.taken_at is not null and g.answered_at is null and not g.talked and g.follower_id is distinct from g.receiver_id
union all
select g.centre_id, 'referral-talked', g.id, g.company_id, g.follower_id, null, 'runs', g.taken_at, g.hear_by, null, g.said
from going g where g.talked
union all
select g.centre_id, 'referral-answered', g.id, g.company_id, g.follower_id, null, 'runs', g.answered_at, g.hear_by, null, g.said
from going g where g.answered_at is not null and not g.talked
union all
-- They have said stop meanwhile: who follows it ends it.
select o.centre_id, 'referral-stopped', o.id, o.company_id, o.follower_id, null, 'runs', o.given_at, o.hear_by, null, o.said
from open o where o.id in (select id from stopped);
comment on view referrals_waiting is 'Referrals that nobody has answered, that somebody has taken or answered, and those of companies that want no contact. Null: person_id school_id due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'referrals_waiting');
end $$;
