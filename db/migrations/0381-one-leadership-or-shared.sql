-- Everything hung on the CVR number: a kindergarten's no silenced a municipality. Where the leadership is shared, a workplace answers for itself.

-- What people decided of a company, one row a decision; the one that stands has no `until_at`. Until anybody decides, a company is one leadership.
create table leadership (
  centre_id int not null references centre (id),
  id int generated always as identity,
  cvr text not null check (cvr ~ '^[0-9]{8}$'),
  shared boolean not null,
  why text not null default '',
  decided_by int references person (id),
  decided_at timestamptz not null,
  -- Another decision took its place, or (with `undone_by`) it was taken back.
  until_at timestamptz,
  undone_by int references person (id),
  primary key (centre_id, id),
  check (undone_by is null or until_at is not null)
);
call of_centre('leadership');
create unique index leadership_stands on leadership (centre_id, cvr) where until_at is null;
create index leadership_shared on leadership (centre_id, cvr) where until_at is null and shared;
create index leadership_of_company on leadership (centre_id, cvr, id);

-- The few that the judge asks for.
create view shared_leadership with (security_invoker = true) as
  select centre_id, cvr from leadership where until_at is null and shared;
comment on view shared_leadership is 'Companies whose workplaces answer each for itself. Null: none.';

-- Under 50 employees is one leadership, however many workplaces; from 250, or from five open workplaces with 50 or more, it looks shared.
create view leadership_now with (security_invoker = true) as
  select centre.id as centre_id, s.cvr, coalesce(l.shared, false) as shared,
    coalesce(s.workplaces > 1 and (s.employees_from >= 250 or s.workplaces >= 5 and s.employees_from >= 50), false) as proposed,
    s.employees_from, s.employees_to, s.workplaces, l.id as decision_id, l.decided_by, l.decided_at, l.why
  from company_size s
  cross join centre_now centre
  left join leadership l on l.centre_id = centre.id and l.cvr = s.cvr and l.until_at is null;
comment on view leadership_now is 'Of each company: one leadership or shared, whether the facts propose shared, and what was decided. Null: employees_from employees_to decision_id decided_by decided_at why.';
