-- Where somebody called at which time: what a call centre called is told long after he belongs to another.
create table call_centre_placed (
  centre_id int not null references centre (id),
  id int generated always as identity,
  person_id int not null references person (id),
  call_centre_id int not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, call_centre_id) references call_centre (centre_id, id)
);
create unique index call_centre_placed_now on call_centre_placed (centre_id, person_id) where to_at is null;
create index call_centre_placed_person on call_centre_placed (person_id);
create index call_centre_placed_of on call_centre_placed (centre_id, call_centre_id);
call of_centre('call_centre_placed');
insert into call_centre_placed (centre_id, person_id, call_centre_id, from_at)
  select centre_id, person_id, call_centre_id, placed_at from call_centre_caller;

create function note_placing() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update call_centre_placed set to_at = app_now() where centre_id = old.centre_id and person_id = old.person_id and to_at is null;
  end if;
  if tg_op <> 'DELETE' then
    insert into call_centre_placed (centre_id, person_id, call_centre_id, from_at)
    values (new.centre_id, new.person_id, new.call_centre_id, app_now());
  end if;
  return null;
end $$;
create trigger note_placing after insert or delete or update of call_centre_id on call_centre_caller
  for each row execute function note_placing();

create view placed_ever with (security_invoker = true) as
  select centre_id, person_id, call_centre_id, from_at, to_at from call_centre_placed;
comment on view placed_ever is 'Where somebody called, from when and until when. Null: to_at.';
create view call_centre_ever with (security_invoker = true) as
  select centre_id, id, name, outside, (closed_at at time zone 'Europe/Copenhagen')::date as closed_on from call_centre;
comment on view call_centre_ever is 'Call centres, closed ones too. Null: closed_on.';

-- What was agreed with a bureau stays: the latest that has begun holds; of one day what was said last. No kroner: no price from then on.
create table call_centre_price (
  centre_id int not null references centre (id),
  id int generated always as identity,
  call_centre_id int not null,
  per text not null check (per in ('minute', 'month')),
  kroner numeric(10, 2) check (kroner > 0),
  from_on date not null,
  said_by int references person (id),
  said_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, call_centre_id) references call_centre (centre_id, id)
);
create index call_centre_price_of on call_centre_price (centre_id, call_centre_id);
create index call_centre_price_by on call_centre_price (said_by);
call of_centre('call_centre_price');

-- What was charged, with where its caller belonged when it began.
alter table share_charge add column call_centre_id int;
create index share_charge_call_centre on share_charge (centre_id, call_centre_id) where call_centre_id is not null;
drop function charge_talk(int, int, int, double precision, timestamptz);
create function charge_talk(centre int, list int, company int, took double precision, ended timestamptz, at int) returns void language sql as $$
  insert into share_charge (centre_id, school_id, list_id, seconds, ended_at, call_centre_id)
  select centre, n.school_id, list, took / count(*) over (), ended, at
  from (select h.school_id from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company
    union all
    select null where not exists (select from company_handed_in h where h.centre_id = centre and h.list_id = list and h.company_id = company)) n
$$;
create or replace function queue_token() returns trigger language plpgsql as $$
begin
  perform token_follows(old.centre_id, old.person_id, case when tg_op = 'UPDATE' then new.expires_at end);
  if tg_op = 'DELETE' and old.list_id is not null and old.charged then
    perform charge_talk(old.centre_id, old.list_id, old.company_id,
      greatest(1, extract(epoch from least(app_now(), old.expires_at) - old.taken_at))::double precision, least(app_now(), old.expires_at),
      (select p.call_centre_id from placed_ever p
       where p.centre_id = old.centre_id and p.person_id = old.person_id and p.from_at <= old.taken_at and (p.to_at is null or p.to_at > old.taken_at)
       order by p.from_at desc limit 1));
  end if;
  return null;
end $$;
create view charged_talk with (security_invoker = true) as
  select centre_id, call_centre_id, school_id, seconds, ended_at from share_charge;
comment on view charged_talk is 'Time of talks that ended, by whose company it was (null is common) and where its caller belonged. Null: school_id, call_centre_id.';
