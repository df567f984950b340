-- A hearing is written of to whoever of a school has contacts, not to its leaders alone. Who that is only the school itself may read: so it is due first,
-- and a job that is the school writes.
create view file_brought with (security_invoker = true) as
select centre_id, id, kind, school_id, person_id, finished_at from import where finished_at is not null and undone_at is null;
comment on view file_brought is 'Files that came in and stand, with who brought them; of a school''s own only the own. Null: school_id person_id.';

create table hearing_asking (
  centre_id int not null references centre (id),
  hearing_id int not null,
  person_id int not null references person (id),
  school_id int not null,
  asked_by int not null references person (id),
  asked_at timestamptz not null,
  primary key (centre_id, hearing_id, person_id),
  foreign key (centre_id, hearing_id) references hearing (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index hearing_asking_person on hearing_asking (person_id);
create index hearing_asking_asked_by on hearing_asking (asked_by);
create index hearing_asking_school on hearing_asking (centre_id, school_id);
call of_centre('hearing_asking');

create table hearing_letter_due (
  centre_id int not null references centre (id),
  hearing_id int not null,
  school_id int not null,
  kind text not null check (kind in ('asked', 'reminded', 'moved')),
  -- When the queue was told; null: the next sweep does.
  told_at timestamptz,
  primary key (centre_id, hearing_id, school_id, kind),
  foreign key (centre_id, hearing_id) references hearing (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index hearing_letter_due_school on hearing_letter_due (centre_id, school_id);
call of_centre('hearing_letter_due');
