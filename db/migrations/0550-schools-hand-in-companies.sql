-- Who handed a company in had a table and no way: schools write whom they want contacted, see who can come, and hand in within their share.

-- What a school is writing, line by line, as it wrote it; no other school sees a line, or that there is one.
create table hand_in_line (
  centre_id int not null references centre (id),
  school_id int not null,
  n int not null check (n > 0),
  wrote text not null,
  looked_up_at timestamptz,
  -- Whom it means; null while nobody has said, or nobody was found. No key: a company that is taken out of the register makes it a question again,
  -- and taking it out tells nobody that a school wrote it.
  company_id int,
  -- Those it may mean.
  candidates int[] not null default '{}',
  -- When it was about to be handed in, and stood otherwise than the school had seen.
  changed_at timestamptz,
  added_by int not null references person (id),
  added_at timestamptz not null,
  primary key (centre_id, school_id, n),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index hand_in_line_company on hand_in_line (company_id);
create index hand_in_line_added_by on hand_in_line (added_by);
call of_school('hand_in_line');

-- The number of the last line a school ever wrote: none is given twice, so that an old page means no other line.
create table hand_in_number (
  centre_id int not null references centre (id),
  school_id int not null,
  last int not null check (last > 0),
  primary key (centre_id, school_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_school('hand_in_number');

-- So many lines a school had looked up on a day: whoever tries names to learn of others is stopped.
create table hand_in_tries (
  centre_id int not null references centre (id),
  school_id int not null,
  on_date date not null,
  lines int not null check (lines > 0),
  primary key (centre_id, school_id, on_date),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_school('hand_in_tries');

-- What was handed in: which company, by which school, counted in which quarter; then on which list, and why not.
-- Read in the whole centre, since companies of all schools become one list; no endpoint shows another school's.
create table handed_in (
  centre_id int not null references centre (id),
  id uuid not null default gen_random_uuid(),
  school_id int not null,
  company_id int not null references company_known (id),
  -- The line of the school's own writing: the order in which its share is used.
  n int not null,
  quarter_from date not null,
  handed_in_at timestamptz not null,
  list_id int,
  -- The place on that list that stands for it: itself, or another of the same leadership.
  listed_id int references company_known (id),
  left_out text,
  left_out_until date,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id),
  check (list_id is null or (left_out is null) = (listed_id is not null)),
  check (list_id is not null or left_out is null and listed_id is null)
);
create unique index handed_in_once on handed_in (centre_id, school_id, company_id) where list_id is null;
create index handed_in_school on handed_in (centre_id, school_id, quarter_from);
create index handed_in_company on handed_in (company_id);
create index handed_in_listed on handed_in (listed_id);
create index handed_in_list on handed_in (centre_id, list_id);
call of_centre('handed_in');

-- Why, for which goal, who should come: the school's own.
create table handed_in_words (
  centre_id int not null references centre (id),
  school_id int not null,
  handed_in_id uuid not null,
  wrote text not null,
  reason text not null,
  goal_id int,
  consultant_id int references person (id),
  wish_by date,
  handed_in_by int not null references person (id),
  primary key (centre_id, handed_in_id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  foreign key (centre_id, handed_in_id) references handed_in (centre_id, id) on delete cascade,
  foreign key (centre_id, goal_id) references goal (centre_id, id)
);
create index handed_in_words_school on handed_in_words (centre_id, school_id);
create index handed_in_words_goal on handed_in_words (centre_id, goal_id);
create index handed_in_words_consultant on handed_in_words (consultant_id);
create index handed_in_words_by on handed_in_words (handed_in_by);
call of_school('handed_in_words');

-- So many companies that schools hand in are reached in a quarter: of them each has its share.
alter table rules add handed_in_quarter int not null default 400 check (handed_in_quarter between 0 and 20000);
create or replace view rules_now with (security_invoker = true) as
select centre_id, silence, later_months, not_interested_months, strike_months, no_answer_hours, no_answer_tries, no_answer_rest_days,
  visit_minutes, active_case_months, company_places, shared_places, shorter_why, contact_months, open_days, link_days, agreed_at, buffer_minutes,
  handed_in_quarter
from rules;
comment on view rules_now is 'What the centre has chosen; until it has agreed on them, our proposals. Null: shorter_why agreed_at.';

-- What schools have handed in waits for who runs the centre to send it to the others.
create view handed_in_waiting with (security_invoker = true) as
select h.centre_id, 'handed-in' as kind, 0 as source_id, null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  min(h.handed_in_at) as from_at, null::date as due_on, null::timestamptz as due_at, jsonb_build_object('count', count(distinct h.company_id)) as "values"
from handed_in h
where h.list_id is null and h.quarter_from <= (select app_today())
group by h.centre_id;
comment on view handed_in_waiting is 'Companies that schools handed in and nobody has sent to the hearing. Null: company_id person_id school_id due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'handed_in_waiting');
end $$;
