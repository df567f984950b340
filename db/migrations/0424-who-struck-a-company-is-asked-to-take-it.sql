-- A company that a school struck was nobody's task: kept from all others for half a year, and perhaps spoken with by none. Whoever struck it is asked.

create view own_strike_now with (security_invoker = true) as
  select s.centre_id, s.id, o.school_id, o.person_id, s.list_id, s.company_id, s.cvr, s.until_on, h.ended_at
  from strike_origin o
  join strike s on s.centre_id = o.centre_id and s.id = o.strike_id
  join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id
  where s.undone_at is null and s.until_on > (select app_today()) and h.ended_at is not null;
comment on view own_strike_now is 'What the own school struck in hearings that have ended, as long as it holds. Null: none.';

-- Who of the school goes on with it: only the own school ever sees it.
create table struck_taking (
  centre_id int not null references centre (id),
  strike_id int not null,
  school_id int not null,
  person_id int not null references person (id),
  taken_at timestamptz not null,
  primary key (centre_id, strike_id),
  foreign key (centre_id, strike_id) references strike (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index struck_taking_person on struck_taking (centre_id, person_id);
call of_school('struck_taking');

create view struck_companies_waiting with (security_invoker = true) as
  select n.centre_id, 'struck-yours' as kind, n.list_id as source_id, null::int as company_id,
    -- Of whom struck it and has left, the school's others are asked.
    case when m.person_id is null then null else n.person_id end as person_id, n.school_id, 'hears' as role,
    min(n.ended_at) as from_at, null::date as due_on, null::timestamptz as due_at,
    jsonb_build_object('count', count(*), 'list', l.name, 'company', min(p.name)) as "values"
  from own_strike_now n
  join list_now l on l.centre_id = n.centre_id and l.id = n.list_id
  join company_place p on p.id = n.company_id
  left join member_now m on m.centre_id = n.centre_id and m.person_id = n.person_id
  where not exists (
    select from struck_taking t
    join member_now x on x.centre_id = t.centre_id and x.person_id = t.person_id
    where t.centre_id = n.centre_id and t.strike_id = n.id)
  group by n.centre_id, n.list_id, n.person_id, m.person_id, n.school_id, l.name;
comment on view struck_companies_waiting is 'Companies that the own school struck and nobody of it goes on with. Null: company_id person_id due_on due_at.';

-- Read with the rest.
do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'contact_questions_waiting' || one || 'struck_companies_waiting');
end $$;
