-- What who visits knows and wishes to learn, as he has said it; without a row nothing was said, and what the school says holds.
create table visitor_trades (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  trades text[] not null,
  kinds text[] not null,
  languages text[] not null,
  wishes text[] not null,
  generalist boolean not null,
  said_at timestamptz not null,
  said_by int references person (id),
  primary key (centre_id, person_id)
);
call of_centre('visitor_trades');

-- Which trades a school knows; its kinds of education stand in `school_field`.
create table school_trades (
  centre_id int not null references centre (id),
  school_id int not null,
  trades text[] not null,
  languages text[] not null,
  wishes text[] not null,
  said_at timestamptz not null,
  said_by int references person (id),
  primary key (centre_id, school_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
call of_centre('school_trades');
