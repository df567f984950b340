-- Whatever takes a person's time (a meeting today; later presence days, corners, screenings) takes it in one table, so that no two of them overlap.
create table busy (
  centre_id int not null references centre (id),
  -- What takes the time, as its owner names it, and its number there.
  kind text not null,
  source_id bigint not null,
  person_id int not null references person (id),
  -- Driving included, on both sides.
  during tstzrange not null check (not isempty(during)),
  travel_minutes int not null default 0 check (travel_minutes between 0 and 240),
  primary key (centre_id, kind, source_id, person_id),
  constraint busy_never_two_at_once exclude using gist (centre_id with =, person_id with =, during with &&)
);
call of_centre('busy');

insert into busy (centre_id, kind, source_id, person_id, during, travel_minutes)
select centre_id, 'booking', id, person_id, busy, travel_minutes from booking where cancelled_at is null;
