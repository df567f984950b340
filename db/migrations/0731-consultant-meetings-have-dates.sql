-- Consultant meetings at fixed times, each at a school in turns. What is gone through there stands with `consultant-meetings`.
create table meeting_series (
  centre_id int not null references centre (id),
  id int generated always as identity,
  first_on date not null,
  every_weeks int not null check (every_weeks between 1 and 8),
  from_time time not null,
  until_time time not null,
  place text not null default '',
  made_by int not null references person (id),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (centre_id, id),
  check (from_time < until_time)
);
create unique index meeting_series_one on meeting_series (centre_id) where ended_at is null;
call of_centre('meeting_series');

-- Whose turn comes after whose.
create table meeting_series_host (
  centre_id int not null references centre (id),
  series_id int not null,
  school_id int not null,
  position int not null,
  primary key (centre_id, series_id, school_id),
  foreign key (centre_id, series_id) references meeting_series (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index meeting_series_host_school on meeting_series_host (centre_id, school_id);
call of_centre('meeting_series_host');

create table consultant_meeting (
  centre_id int not null references centre (id),
  id int generated always as identity,
  series_id int not null,
  -- The date of the series that it is: it keeps it when it is moved, so that none is given twice.
  stands_for date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  host_id int,
  place text not null default '',
  version int not null default 1,
  uid text not null default gen_random_uuid()::text || '@tovholder',
  cancelled_at timestamptz,
  cancelled_by int references person (id),
  cancelled_why text not null default '',
  opened_at timestamptz,
  opened_by int references person (id),
  closed_at timestamptz,
  closed_by int references person (id),
  primary key (centre_id, id),
  unique (centre_id, series_id, stands_for),
  foreign key (centre_id, series_id) references meeting_series (centre_id, id),
  foreign key (centre_id, host_id) references school (centre_id, id),
  check (starts_at < ends_at),
  check (opened_at is null or cancelled_at is null),
  check (closed_at is null or opened_at is not null)
);
create unique index consultant_meeting_uid on consultant_meeting (centre_id, uid);
create index consultant_meeting_when on consultant_meeting (centre_id, starts_at);
create index consultant_meeting_host on consultant_meeting (centre_id, host_id);
call of_centre('consultant_meeting');

create view consultant_meeting_now with (security_invoker = true) as
select m.centre_id, m.id, m.starts_at, m.ends_at, m.host_id, s.name as host, m.place, m.version, m.uid, m.cancelled_at, m.cancelled_why,
  m.opened_at, m.opened_by, m.closed_at, m.closed_by
from consultant_meeting m
left join school_now s on s.centre_id = m.centre_id and s.id = m.host_id;
comment on view consultant_meeting_now is 'Consultant meetings, ahead and held. Null: host_id host cancelled_at opened_at opened_by closed_at closed_by.';
