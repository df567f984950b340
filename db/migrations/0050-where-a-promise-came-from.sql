-- A promise says where it was made without a key to a later room: a visit today, a meeting or a group to come.
alter table promise add origin_kind text, add origin_id int;
update promise set origin_kind = 'visit', origin_id = visit_id where visit_id is not null;
alter table promise drop column visit_id;
alter table promise add constraint promise_origin_whole check ((origin_kind is null) = (origin_id is null));
create index promise_origin on promise (centre_id, origin_kind, origin_id) where origin_id is not null;

create view promise_now with (security_invoker = true) as
  select centre_id, id, company_id, cvr, origin_kind, origin_id, what, owner_id, due_on, made_by, made_at, kept_at, dropped_at
  from promise;
comment on view promise_now is 'What was promised, as it stands. Null: origin_kind origin_id kept_at dropped_at.';
