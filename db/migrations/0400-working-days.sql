-- Meetings were offered on Christmas Eve and call-backs agreed at night: when the centre calls, and what it and its schools have closed.
create table calling_hours (
  centre_id int not null references centre (id),
  weekday int not null check (weekday between 1 and 7),
  from_time time not null,
  to_time time not null,
  primary key (centre_id, weekday),
  check (from_time < to_time)
);
call of_centre('calling_hours');

create table closed_day (
  centre_id int not null references centre (id),
  id int not null generated always as identity,
  school_id int,
  from_on date not null,
  to_on date not null,
  name text not null check (name <> ''),
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check (from_on <= to_on)
);
create index closed_day_ahead on closed_day (centre_id, to_on);
create index closed_day_school on closed_day (centre_id, school_id);
call of_centre('closed_day');
