-- A wait says where it comes from without pointing up at the call; and rooms above read waits through a view.
alter table waiting_period rename column source to origin_kind;
alter table waiting_period rename constraint waiting_period_source_check to waiting_period_origin_kind_check;
alter table waiting_period add column origin_id int;
alter table waiting_period add column company_id int;
update waiting_period w set origin_id = w.call_id where w.call_id is not null;
update waiting_period w set company_id = m.company_id from contact_mark m
where m.centre_id = w.centre_id and m.source_id = w.id and m.kind in ('wait', 'stop', 'closed', 'wrong-number');
alter table waiting_period drop column call_id;
create index waiting_period_origin on waiting_period (centre_id, origin_kind, origin_id) where origin_id is not null;

create view wait_given with (security_invoker = true) as
  select centre_id, id, company_id, cvr, reason, from_on, until_on, origin_kind, origin_id, set_at, lifted_at from waiting_period;
comment on view wait_given is 'Waits that a company was given, lifted ones too. Null: company_id until_on origin_id lifted_at.';
