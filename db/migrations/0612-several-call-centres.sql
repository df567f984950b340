-- A centre may have more than one call centre: callers of its own, and a bureau that it buys calls of.
create table call_centre (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text not null,
  outside boolean not null,
  added_by int not null references person (id),
  added_at timestamptz not null,
  closed_at timestamptz,
  closed_by int references person (id),
  primary key (centre_id, id),
  check ((closed_at is null) = (closed_by is null))
);
create unique index call_centre_name on call_centre (centre_id, lower(name)) where closed_at is null;
create index call_centre_added_by on call_centre (added_by);
create index call_centre_closed_by on call_centre (closed_by);
call of_centre('call_centre');

create table call_centre_caller (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  call_centre_id int not null,
  placed_by int references person (id),
  placed_at timestamptz not null,
  primary key (centre_id, person_id),
  foreign key (centre_id, call_centre_id) references call_centre (centre_id, id)
);
create index call_centre_caller_person on call_centre_caller (person_id);
create index call_centre_caller_of on call_centre_caller (centre_id, call_centre_id);
create index call_centre_caller_by on call_centre_caller (placed_by);
call of_centre('call_centre_caller');

-- Called by this one alone; a list without a row by everyone who calls.
create table call_centre_list (
  centre_id int not null references centre (id),
  list_id int not null,
  call_centre_id int not null,
  given_by int references person (id),
  given_at timestamptz not null,
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references contact_list (centre_id, id),
  foreign key (centre_id, call_centre_id) references call_centre (centre_id, id)
);
create index call_centre_list_of on call_centre_list (centre_id, call_centre_id);
create index call_centre_list_by on call_centre_list (given_by);
call of_centre('call_centre_list');

create view list_elsewhere with (security_invoker = true) as
  select g.centre_id, g.list_id, g.call_centre_id from call_centre_list g
  where not exists (
    select from call_centre_caller c
    where c.centre_id = g.centre_id and c.call_centre_id = g.call_centre_id and c.person_id = (select app_person()));
comment on view list_elsewhere is 'Lists that a call centre calls to which who asks does not belong. Null: none.';

create view list_speaker with (security_invoker = true) as
  select l.centre_id, l.id as list_id, s.person_id, m.name, s.language
  from calling_list l
  join caller_speaks s on s.centre_id = l.centre_id
  join caller_now m on m.centre_id = s.centre_id and m.person_id = s.person_id
  left join call_centre_list g on g.centre_id = l.centre_id and g.list_id = l.id
  left join call_centre_caller c on c.centre_id = s.centre_id and c.person_id = s.person_id
  where (m.visits or not l.by_visitors) and (g.list_id is null or c.call_centre_id = g.call_centre_id);
comment on view list_speaker is 'Who calls a list, by the languages they speak beside Danish. Null: none.';

create view list_without_callers with (security_invoker = true) as
  select l.centre_id, l.id as list_id, l.name, k.name as call_centre, g.given_at
  from calling_list l
  join call_centre_list g on g.centre_id = l.centre_id and g.list_id = l.id
  join call_centre k on k.centre_id = g.centre_id and k.id = g.call_centre_id
  where not exists (
    select from call_centre_caller c join caller_now m on m.centre_id = c.centre_id and m.person_id = c.person_id
    where c.centre_id = g.centre_id and c.call_centre_id = g.call_centre_id);
comment on view list_without_callers is 'Lists given to a call centre in which nobody calls. Null: none.';
