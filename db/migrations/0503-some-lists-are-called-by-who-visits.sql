-- A list drawn for our own consultants was called by whoever called: the choice of who makes contact ended where the calling began.
alter table contact_list add column by_visitors boolean not null default false;

create or replace view calling_list with (security_invoker = true) as
select l.centre_id, l.id, l.name, o.opened_at, l.by_visitors
from contact_list l
join list_opening o on o.centre_id = l.centre_id and o.list_id = l.id
where not exists (select from list_closing k where k.centre_id = l.centre_id and k.list_id = l.id);
comment on view calling_list is 'Lists that may be called: opened, and nobody has closed them; by who visits alone, or by everyone who calls. Null: none.';
