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
  taken_back_at timestamptz,
  taken_back_by int references person (id),
  primary key (centre_id, id),
  foreign key (centre_id, call_centre_id) references call_centre (centre_id, id)
);
create index call_centre_price_of on call_centre_price (centre_id, call_centre_id);
create index call_centre_price_by on call_centre_price (said_by);
create index call_centre_price_taken_back_by on call_centre_price (taken_back_by);
call of_centre('call_centre_price');

-- Where a talk was begun stands beside what it was charged to, and still no caller and no company. Null: in no call centre.
alter table share_charge add column call_centre_id int, add foreign key (centre_id, call_centre_id) references call_centre (centre_id, id);
create index share_charge_call_centre on share_charge (centre_id, call_centre_id);
-- What ended with an answer before can be told by its moment.
update share_charge s set call_centre_id = p.call_centre_id
from call c
join call_centre_placed p on p.centre_id = c.centre_id and p.person_id = c.person_id and p.from_at <= c.started_at
where c.centre_id = s.centre_id and c.list_id = s.list_id and c.ended_at = s.ended_at;
