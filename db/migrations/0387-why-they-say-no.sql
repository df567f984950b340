-- Why companies decline stood only in free words, so nobody could count it: a short list, the centre's own, one of which may stand beside the words.
create table refusal_reason (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text not null check (btrim(name) <> ''),
  position int not null,
  -- Chosen no more; what was answered keeps it.
  withdrawn_at timestamptz,
  primary key (centre_id, id)
);
call of_centre('refusal_reason');
create index refusal_reason_in_order on refusal_reason (centre_id, position) where withdrawn_at is null;

-- Every centre begins with the same; it is made by the owner's own function, past every policy.
create function begin_refusal_reasons() returns trigger language plpgsql as $$
begin
  insert into refusal_reason (centre_id, name, position)
  select new.id, r.name, r.n
  from unnest(array['Egen kursusafdeling', 'Har ikke tid', 'Dårlige erfaringer', 'For få ansatte', 'Andet']) with ordinality r (name, n);
  return null;
end $$;
create trigger refusal_reasons_begin after insert on centre for each row execute function begin_refusal_reasons();
insert into refusal_reason (centre_id, name, position)
select c.id, r.name, r.n
from centre c cross join unnest(array['Egen kursusafdeling', 'Har ikke tid', 'Dårlige erfaringer', 'For få ansatte', 'Andet']) with ordinality r (name, n);

create view refusal_reason_named with (security_invoker = true) as select centre_id, id, name, position, withdrawn_at from refusal_reason;
comment on view refusal_reason_named is 'Reasons for a no, also those chosen no more. Null: withdrawn_at.';

alter table call add column refusal_reason_id int;
alter table call add constraint call_refusal_reason foreign key (centre_id, refusal_reason_id) references refusal_reason (centre_id, id);
alter table call add constraint call_reason_of_a_no check (refusal_reason_id is null or answer in ('later', 'not-interested', 'do-not-contact'));
create index call_reason on call (centre_id, refusal_reason_id) where refusal_reason_id is not null;
create or replace view standing_call with (security_invoker = true) as
  select c.centre_id, c.id, c.list_id, c.company_id, c.cvr, c.person_id, c.script_id, c.started_at, c.ended_at, c.answer, c.spoke_with, c.note, c.call_back_at,
    c.refusal_reason_id
  from call c where not exists (select from call_correction k where k.centre_id = c.centre_id and k.call_id = c.id);
