-- Working hours, absences and bookings: one consultant never has two overlapping times, travel included.
create table working_hours (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  -- ISO: 1 is Monday. Times are wall-clock times in Europe/Copenhagen.
  weekday int not null check (weekday between 1 and 7),
  from_time time not null,
  to_time time not null,
  primary key (centre_id, id),
  check (from_time < to_time)
);
call of_centre('working_hours');
create index working_hours_person on working_hours (centre_id, person_id, weekday);

create table absence (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null default '',
  primary key (centre_id, id),
  check (starts_at < ends_at)
);
call of_centre('absence');
create index absence_person on absence (centre_id, person_id, starts_at);

create table booking (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company (id),
  cvr text not null,
  list_id int,
  call_id int,
  person_id int not null references person (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Minutes of driving kept free before and after.
  travel_minutes int not null check (travel_minutes between 0 and 240),
  busy tstzrange not null,
  place text not null default '',
  contact_name text not null,
  contact_email text,
  contact_phone text,
  note text not null default '',
  booked_by int references person (id),
  booked_at timestamptz not null,
  acknowledged_at timestamptz,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by int references person (id),
  cancelled_why text,
  -- The calendar file's identity and version (RFC 5545: UID, SEQUENCE).
  uid text not null,
  sequence int not null default 0,
  primary key (centre_id, id),
  unique (centre_id, uid),
  foreign key (centre_id, list_id) references contact_list (centre_id, id),
  foreign key (centre_id, call_id) references call (centre_id, id),
  check (starts_at < ends_at),
  check (busy = tstzrange(starts_at - make_interval(mins => travel_minutes), ends_at + make_interval(mins => travel_minutes))),
  constraint booking_never_two_at_once exclude using gist (centre_id with =, person_id with =, busy with &&) where (cancelled_at is null)
);
call of_centre('booking');
create index booking_company on booking (centre_id, cvr, starts_at);
create index booking_time on booking (centre_id, starts_at);
