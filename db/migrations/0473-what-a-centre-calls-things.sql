-- What a centre calls its council, its host and each role; where it has none, our words hold. It may have no council at all.
create table names (
  centre_id int primary key references centre (id),
  has_council boolean not null default true,
  council text,
  host text,
  host_school_id int,
  roles jsonb not null default '{}',
  foreign key (centre_id, host_school_id) references school (centre_id, id),
  constraint names_council_named check (has_council or council is null)
);
call of_centre('names');
insert into names (centre_id) select id from centre;
create view names_now with (security_invoker = true) as
select centre_id, has_council, council, host, host_school_id, roles from names;
comment on view names_now is 'What a centre calls things. Null: council host host_school_id.';
