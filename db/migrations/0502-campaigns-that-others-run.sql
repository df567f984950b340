-- What a school or a partner runs of its own, so that three do not knock in the same week.
create table announced_campaign (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text not null,
  -- Whose it is: a school's, or a partner's by name.
  school_id int,
  whose text not null default '',
  from_on date not null,
  to_on date not null,
  municipalities int[] not null default '{}',
  industries text[] not null default '{}',
  announced_by int not null references person (id),
  announced_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  check (to_on >= from_on),
  check ((school_id is null) <> (whose = ''))
);
create index announced_campaign_school on announced_campaign (centre_id, school_id);
call of_centre('announced_campaign');

