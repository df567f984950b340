-- Those who phone are paid by all schools: their time goes to the schools by agreed shares of what they handed in, the centre's own draws have a share in common.

-- By whom a company on a list was handed in; by nobody: the centre's own, on the common account. Who hands in what is a room's of its own to come.
create table company_handed_in (
  centre_id int not null references centre (id),
  list_id int not null,
  company_id int not null,
  school_id int not null,
  handed_in_at timestamptz not null,
  primary key (centre_id, list_id, company_id, school_id),
  foreign key (centre_id, list_id, company_id) references list_company (centre_id, list_id, company_id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index company_handed_in_school on company_handed_in (centre_id, school_id);
call of_centre('company_handed_in');
create view named_company with (security_invoker = true) as select centre_id, list_id, company_id, school_id from company_handed_in;
comment on view named_company is 'By which schools a company on a list was handed in: never shown. Null: none.';

-- What was agreed stays: the latest that has begun holds. No school: what is common.
create table share_said (
  centre_id int not null references centre (id),
  id int generated always as identity,
  school_id int,
  percent numeric(5, 2) not null check (percent between 0 and 100),
  from_on date not null,
  said_by int references person (id),
  said_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id)
);
create index share_said_school on share_said (centre_id, school_id);
create index share_said_by on share_said (said_by);
call of_centre('share_said');

-- Seconds of calls that have ended; nobody's figure: no caller, no company.
create table share_charge (
  centre_id int not null references centre (id),
  id int generated always as identity,
  school_id int,
  list_id int not null,
  seconds double precision not null check (seconds >= 0),
  ended_at timestamptz not null,
  -- Written into the account.
  folded boolean not null default false,
  primary key (centre_id, id),
  foreign key (centre_id, school_id) references school (centre_id, id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id)
);
create index share_charge_open on share_charge (centre_id) where not folded;
create index share_charge_ended on share_charge (centre_id, ended_at);
create index share_charge_school on share_charge (centre_id, school_id);
create index share_charge_list on share_charge (centre_id, list_id);
call of_centre('share_charge');

-- How far each account is, by its share; 0 is what is common. `virtual` is where the others are.
create table share_account (
  centre_id int not null references centre (id),
  account int not null,
  pass double precision not null,
  active boolean not null,
  primary key (centre_id, account)
);
call of_centre('share_account');
create table share_clock (
  centre_id int primary key references centre (id),
  virtual double precision not null
);
call of_centre('share_clock');

create function charge_talk(centre int, list int, company int, took double precision, ended timestamptz) returns void language sql as $$
  insert into share_charge (centre_id, school_id, list_id, seconds, ended_at)
  select centre, n.school_id, list, took / count(*) over (), ended
  from (select h.school_id from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company
    union all
    select null where not exists (select from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company)) n
$$;

-- How far behind a list's accounts are: which list is opened first.
create view list_turn with (security_invoker = true) as
  select l.centre_id, l.id as list_id, coalesce(min(a.pass), 0) as pass
  from calling_list l
  left join (select distinct centre_id, list_id, school_id from company_handed_in) h on h.centre_id = l.centre_id and h.list_id = l.id
  left join share_account a on a.centre_id = l.centre_id and a.account = coalesce(h.school_id, 0)
  group by l.centre_id, l.id;
comment on view list_turn is 'How far the furthest behind of a list''s accounts is. Null: none.';

-- A call that ends, however it ends, is charged to who handed the company in; what was kept for it is free again.
create or replace function queue_token() returns trigger language plpgsql as $$
begin
  perform token_follows(old.centre_id, old.person_id, case when tg_op = 'UPDATE' then new.expires_at end);
  if tg_op = 'DELETE' and old.list_id is not null then
    perform charge_talk(old.centre_id, old.list_id, old.company_id,
      greatest(1, extract(epoch from least(app_now(), old.expires_at) - old.taken_at))::double precision, least(app_now(), old.expires_at));
  end if;
  return null;
end $$;
