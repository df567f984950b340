-- Reading in bulk is an event: what a person takes out in a day (files, companies' cards, companies let go without an answer) is counted, and has a measure.
create table taken_today (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  day date not null,
  kind text not null check (kind in ('file', 'card', 'let-go')),
  count int not null,
  most int not null,
  reached_at timestamptz,
  primary key (centre_id, person_id, day, kind)
);
create index taken_today_reached on taken_today (centre_id, day) where reached_at is not null;
call of_centre('taken_today');

create view measures_waiting with (security_invoker = true) as
  select t.centre_id, 'measure-reached'::text as kind, t.person_id as source_id, null::integer as company_id, null::integer as person_id,
         null::integer as school_id, 'runs'::text as role, t.reached_at as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('who', p.name, 'count', t.most, 'kind', t.kind) as "values"
  from taken_today t
  join person_named p on p.id = t.person_id
  where t.day = (select app_today()) and t.reached_at is not null;
comment on view measures_waiting is 'Who has taken out today as much as one may. Null: company_id person_id school_id due_on due_at.';
