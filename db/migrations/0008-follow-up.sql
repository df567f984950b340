-- Promises with owner and date, handing them over, and the company's own link.
create table promise (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company (id),
  cvr text not null,
  visit_id int,
  what text not null,
  owner_id int not null references person (id),
  due_on date not null,
  made_by int not null references person (id),
  made_at timestamptz not null,
  kept_at timestamptz,
  kept_by int references person (id),
  dropped_at timestamptz,
  dropped_by int references person (id),
  dropped_why text,
  primary key (centre_id, id),
  foreign key (centre_id, visit_id) references visit (centre_id, id),
  check (kept_at is null or dropped_at is null),
  check ((dropped_at is null) = (dropped_why is null))
);
call of_centre('promise');
create index promise_open on promise (centre_id, due_on) where kept_at is null and dropped_at is null;
create index promise_owner on promise (centre_id, owner_id, due_on) where kept_at is null and dropped_at is null;
create index promise_company on promise (centre_id, cvr, due_on);

-- A promise changes hands only when the receiver says yes; until then the giver still owns it.
create table promise_handover (
  centre_id int not null,
  id int generated always as identity,
  promise_id int not null,
  from_id int not null references person (id),
  to_id int not null references person (id),
  offered_by int not null references person (id),
  offered_at timestamptz not null,
  note text not null default '',
  accepted_at timestamptz,
  declined_at timestamptz,
  declined_why text,
  primary key (centre_id, id),
  foreign key (centre_id, promise_id) references promise (centre_id, id),
  check (accepted_at is null or declined_at is null)
);
call of_centre('promise_handover');
create unique index promise_handover_one_open on promise_handover (centre_id, promise_id) where accepted_at is null and declined_at is null;

-- A company's own page. The address itself is never stored, only its hash.
create table company_link (
  centre_id int not null references centre (id),
  id int generated always as identity,
  hash text not null,
  cvr text not null,
  company_id int not null references company (id),
  made_by int references person (id),
  made_at timestamptz not null,
  last_opened_at timestamptz,
  revoked_at timestamptz,
  revoked_by int references person (id),
  primary key (centre_id, id),
  unique (centre_id, hash)
);
call of_centre('company_link');
create index company_link_company on company_link (centre_id, cvr) where revoked_at is null;
