-- Who has forgotten the password gets a link by mail: one a person, for an hour, spent once; of its secret only the hash is kept.
create table password_link (
  person_id int primary key references person (id),
  centre_id int not null references centre (id),
  hash text not null unique,
  made_at timestamptz not null,
  made_by int references person (id),
  expires_at timestamptz not null
);
