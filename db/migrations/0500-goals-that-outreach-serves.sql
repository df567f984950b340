-- A list said in words of its own why it was drawn. A goal is one line with a year and an owner: of all schools, or of one.
create table goal (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- Whose goal it is; null: all schools' together.
  school_id int,
  words text not null,
  year int not null check (year between 2000 and 2100),
  owner_id int not null references person (id),
  set_by int not null references person (id),
  set_at timestamptz not null,
  given_up_at timestamptz,
  given_up_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check ((given_up_at is null) = (given_up_by is null))
);
create index goal_school on goal (centre_id, school_id);
create index goal_owner on goal (centre_id, owner_id);
call of_centre('goal');

-- What served a goal says so when it was given up, too.
create view goal_ever with (security_invoker = true) as select centre_id, id, school_id, words, year from goal;
comment on view goal_ever is 'Goals that stand or stood. Null: school_id.';

create view goal_now with (security_invoker = true) as
select g.centre_id, g.id, g.school_id, s.name as school, g.words, g.year, g.owner_id, e.name as owner, e.left_at as owner_left_at
from goal g
join member_ever e on e.centre_id = g.centre_id and e.person_id = g.owner_id
left join school_now s on s.centre_id = g.centre_id and s.id = g.school_id
where g.given_up_at is null;
comment on view goal_now is 'Goals that stand. Null: school_id school owner_left_at.';

-- Whose owner has left is found another by who runs the centre, or, of a school's own, by who leads it.
create view goals_waiting with (security_invoker = true) as
select g.centre_id, 'goal-orphan' as kind, g.id as source_id, null::int as company_id, null::int as person_id, g.school_id,
  case when g.school_id is null then 'runs' else 'leads' end as role, g.owner_left_at as from_at,
  null::date as due_on, null::timestamptz as due_at, jsonb_build_object('goal', g.words, 'who', g.owner) as "values"
from goal_now g
where g.owner_left_at is not null;
comment on view goals_waiting is 'Goals whose owner has left. Null: company_id person_id school_id due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'goals_waiting');
end $$;
