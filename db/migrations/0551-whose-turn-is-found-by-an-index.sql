-- Whoever chose whose turn it is read all that is ready on the list, one after the other: with 5,000 handed-in companies six were taken a second. Now each account's
-- companies stand in the order in which they are called.
create table queue_turn (
  centre_id int not null references centre (id),
  list_id int not null,
  company_id int not null,
  -- A school, or 0: handed in by none.
  account int not null,
  ready_at timestamptz not null,
  position int not null,
  primary key (centre_id, list_id, company_id, account),
  foreign key (centre_id, list_id, company_id) references queue_row (centre_id, list_id, company_id) on delete cascade
);
create index queue_turn_order on queue_turn (centre_id, list_id, account, ready_at, position) where ready_at < 'infinity';
call of_centre('queue_turn');

create function write_turns(centre int, list int) returns void language sql as $$
  delete from queue_turn where centre_id = centre and list_id = list;
  insert into queue_turn (centre_id, list_id, company_id, account, ready_at, position)
  select q.centre_id, q.list_id, q.company_id, coalesce(n.school_id, 0), q.ready_at, q.position
  from queue_row q left join named_company n on n.centre_id = q.centre_id and n.list_id = q.list_id and n.company_id = q.company_id
  where q.centre_id = centre and q.list_id = list
    and exists (select from named_company h where h.centre_id = centre and h.list_id = list)
$$;
-- A list on which nothing was handed in has no turns, and pays one look.
create function turn_of_row() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into queue_turn (centre_id, list_id, company_id, account, ready_at, position)
    select new.centre_id, new.list_id, new.company_id, coalesce(n.school_id, 0), new.ready_at, new.position
    from (select) one left join named_company n on n.centre_id = new.centre_id and n.list_id = new.list_id and n.company_id = new.company_id
    where exists (select from named_company h where h.centre_id = new.centre_id and h.list_id = new.list_id);
  else
    update queue_turn t set ready_at = new.ready_at, position = new.position
    where t.centre_id = new.centre_id and t.list_id = new.list_id and t.company_id = new.company_id;
  end if;
  return null;
end $$;
create trigger queue_row_turn_added after insert on queue_row for each row execute function turn_of_row();
create trigger queue_row_turn_moved after update on queue_row for each row
  when (old.ready_at is distinct from new.ready_at or old.position is distinct from new.position) execute function turn_of_row();

create function turns_of_handed_in() returns trigger language plpgsql as $$
begin
  perform write_turns(c.centre_id, c.list_id) from (select distinct centre_id, list_id from changed) c;
  return null;
end $$;
create trigger company_handed_in_turns after insert on company_handed_in referencing new table as changed for each statement execute function turns_of_handed_in();
create trigger company_handed_in_turns_gone after delete on company_handed_in referencing old table as changed for each statement execute function turns_of_handed_in();

select write_turns(c.centre_id, c.list_id) from (select distinct centre_id, list_id from named_company) c;
