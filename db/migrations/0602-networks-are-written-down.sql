-- Networks of companies, through which a target group may be reached: what they are called, whom they gather, when they meet. No people.
create table company_network (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text not null,
  who text not null default '',
  next_on date,
  -- Counts up with every change, so that nobody overwrites what he has not seen.
  version int not null default 0,
  added_by int not null references person (id),
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by int references person (id),
  primary key (centre_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index company_network_name on company_network (centre_id, lower(name)) where ended_at is null;
create index company_network_added_by on company_network (added_by);
create index company_network_ended_by on company_network (ended_by);
call of_centre('company_network');

create view company_network_now with (security_invoker = true) as
select n.centre_id, n.id, n.name, n.who, n.next_on, n.version from company_network n where n.ended_at is null;
comment on view company_network_now is 'Networks of companies that go on. Null: next_on.';
