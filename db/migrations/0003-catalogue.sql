-- Providers, courses and classes as the catalogue portal has them.
create table provider (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- Six characters, mostly digits, but letters occur (A04441).
  institution text not null,
  name text collate "da-x-icu" not null,
  website text,
  -- Which school of the centre it is follows from the institution number, so it is not written down again here.
  primary key (centre_id, id),
  unique (centre_id, institution)
);
call of_centre('provider');

create table course (
  centre_id int not null references centre (id),
  id int generated always as identity,
  kind text not null,
  code text not null,
  title text collate "da-x-icu" not null,
  days numeric(5, 1),
  primary key (centre_id, id),
  unique (centre_id, kind, code)
);
call of_centre('course');

create table class (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- The portal's own number of the class (kviknummer): an import finds the same class again by it.
  quick_number text not null,
  provider_id int not null,
  course_id int not null,
  title text collate "da-x-icu" not null,
  starts_on date not null,
  ends_on date not null,
  sign_up_by date,
  street text,
  postal_code text,
  town text,
  teaching text,
  hours text,
  -- Days of teaching: one class of a course may be longer than another (modules, evenings).
  days numeric(5, 1),
  -- Kroner a participant. Differs from class to class, so it belongs here and not to the course.
  price numeric(10, 2),
  -- The part of the price that is extra: meals, room.
  extra numeric(10, 2),
  minimum int,
  capacity int,
  enrolled int not null default 0,
  guaranteed boolean not null default false,
  open boolean not null default true,
  cancelled boolean not null default false,
  link text,
  changed_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, quick_number),
  foreign key (centre_id, provider_id) references provider (centre_id, id),
  foreign key (centre_id, course_id) references course (centre_id, id)
);
call of_centre('class');
create index class_start on class (centre_id, starts_on, id);
create index class_provider on class (centre_id, provider_id);
create index class_course on class (centre_id, course_id);
