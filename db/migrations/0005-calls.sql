-- Scripts, holds, calls, call-backs and waiting periods, and the one view that says who may not be called.
create table script (
  centre_id int not null references centre (id),
  id int generated always as identity,
  list_id int not null,
  version int not null,
  body text not null,
  written_by int references person (id),
  written_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, list_id, version),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
call of_centre('script');

create table call (
  centre_id int not null references centre (id),
  id int generated always as identity,
  list_id int not null,
  company_id int not null references company (id),
  cvr text not null,
  person_id int not null references person (id),
  script_id int,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  answer text not null check (answer in ('wants-contact', 'later', 'not-interested', 'no-answer', 'call-back', 'wrong-number', 'closed', 'do-not-contact')),
  spoke_with text not null default '',
  note text not null default '',
  call_back_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id),
  check ((answer = 'call-back') = (call_back_at is not null))
);
call of_centre('call');
create index call_company on call (centre_id, cvr, ended_at desc);
create index call_list on call (centre_id, list_id, company_id, ended_at desc);
create index call_person on call (centre_id, person_id, ended_at desc);

-- A mistaken answer: the old call stays, the new one counts.
create table call_correction (
  centre_id int not null,
  call_id int not null,
  -- Null: taken back altogether, as if the call had not been made.
  new_call_id int,
  corrected_by int not null references person (id),
  corrected_at timestamptz not null,
  why text not null default '',
  primary key (centre_id, call_id),
  foreign key (centre_id, call_id) references call (centre_id, id),
  foreign key (centre_id, new_call_id) references call (centre_id, id)
);
call of_centre('call_correction');

create table call_back (
  centre_id int not null,
  call_id int not null,
  list_id int not null,
  company_id int not null references company (id),
  cvr text not null,
  due_at timestamptz not null,
  done_at timestamptz,
  primary key (centre_id, call_id),
  foreign key (centre_id, call_id) references call (centre_id, id)
);
call of_centre('call_back');
create index call_back_due on call_back (centre_id, list_id, due_at) where done_at is null;
create index call_back_cvr on call_back (centre_id, cvr) where done_at is null;

-- Quiet for a company, at every school and in every way of contact. `until_on` is the first day it may be called again; null: for good.
create table waiting_period (
  centre_id int not null references centre (id),
  id int generated always as identity,
  cvr text not null,
  reason text not null check (reason in ('later', 'not-interested', 'no-answer', 'wrong-number', 'closed', 'do-not-contact')),
  from_on date not null,
  until_on date,
  source text not null check (source in ('call', 'link', 'staff')),
  call_id int,
  person_id int references person (id),
  words text not null default '',
  set_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by int references person (id),
  lifted_why text,
  primary key (centre_id, id),
  foreign key (centre_id, call_id) references call (centre_id, id),
  check (until_on is null or until_on > from_on)
);
call of_centre('waiting_period');
create index waiting_period_cvr on waiting_period (centre_id, cvr) where lifted_at is null;

-- A company under someone's call: one company, one phone and one caller at a time.
create table call_hold (
  centre_id int not null references centre (id),
  cvr text not null,
  phone text not null,
  list_id int not null,
  company_id int not null references company (id),
  person_id int not null references person (id),
  -- The version of the script that stood on the caller's screen when the company was taken.
  script_id int,
  taken_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (centre_id, cvr),
  unique (centre_id, phone),
  unique (centre_id, person_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
call of_centre('call_hold');

-- "Spring over": the company goes on to others, and comes back to this caller after a while.
create table call_skip (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  cvr text not null,
  until_at timestamptz not null,
  primary key (centre_id, person_id, cvr)
);
call of_centre('call_skip');
