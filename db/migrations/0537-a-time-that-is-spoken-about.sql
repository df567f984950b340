-- A time that somebody is speaking about with a company: for two minutes nobody else may have it. What has expired is swept away by the next who wants it.
create table slot_hold (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- Whose time.
  person_id int not null references person (id),
  held_by int not null references person (id),
  -- Driving is part of it.
  during tstzrange not null,
  expires_at timestamptz not null,
  primary key (centre_id, id),
  constraint slot_hold_never_two_at_once exclude using gist (centre_id with =, person_id with =, during with &&)
);
call of_centre('slot_hold');
create index slot_hold_of_holder on slot_hold (centre_id, held_by);
