-- "Har egen aftale": with whom? An own answer's own short list, asked when it is given. As the answer itself, a version is never changed.
create table own_answer_reason (
  centre_id int not null references centre (id),
  id int not null generated always as identity,
  own_answer_id int not null,
  name text not null check (btrim(name) <> ''),
  position int not null,
  primary key (centre_id, id),
  -- So that a call holds an answer's own reason and no other's.
  unique (centre_id, own_answer_id, id),
  foreign key (centre_id, own_answer_id) references own_answer (centre_id, id)
);
create unique index own_answer_reason_name on own_answer_reason (centre_id, own_answer_id, lower(name));
call of_centre('own_answer_reason');
create view own_answer_reason_named with (security_invoker = true) as
  select r.centre_id, r.id, r.name from own_answer_reason r;
comment on view own_answer_reason_named is 'Reasons of own answers, of every version. Null: none.';

alter table call add column own_reason_id int;
alter table call
  add constraint call_own_reason foreign key (centre_id, own_answer_id, own_reason_id) references own_answer_reason (centre_id, own_answer_id, id),
  add constraint call_own_reason_of_answer check (own_reason_id is null or own_answer_id is not null);
create index call_own_reason on call (centre_id, own_answer_id, own_reason_id) where own_reason_id is not null;

create or replace view standing_call with (security_invoker = true) as
  select c.centre_id, c.id, c.list_id, c.company_id, c.cvr, c.person_id, c.script_id, c.started_at, c.ended_at, c.answer, c.spoke_with, c.note,
    c.call_back_at, c.refusal_reason_id, c.own_answer_id, c.own_reason_id
  from call c
  where not exists (select from call_correction k where k.centre_id = c.centre_id and k.call_id = c.id);
