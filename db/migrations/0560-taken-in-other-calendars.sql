-- What people's other calendars say is taken: when, and nothing of what it is.
create table taken_elsewhere (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  -- The calendar it stands in, as its owner numbers it.
  source_id int not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (centre_id, id),
  check (starts_at < ends_at)
);
call of_centre('taken_elsewhere');
create index taken_elsewhere_of_person on taken_elsewhere (centre_id, person_id, ends_at);

create view elsewhere_ahead with (security_invoker = true) as
select centre_id, source_id, person_id, starts_at, ends_at from taken_elsewhere where ends_at > (select app_now());
comment on view elsewhere_ahead is 'What people''s other calendars say is taken, from now on. Null: none.';
