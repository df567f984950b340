-- An event says which place it is about, not only whose number: a workplace that came without its legal company has a thread and a line under "done" as well.
alter table event add column company_id integer;

-- Before this, events named a CVR number: the legal company it names, else its only place. No key: an import that is undone takes the company away, never the event.
update event e set company_id = one.id
from (
  select cvr, coalesce(min(id) filter (where kind = 'company'), min(id)) as id
  from company
  group by cvr
  having count(*) filter (where kind = 'company') = 1 or count(*) = 1
) one
where one.cvr = e.cvr;

create index event_company on event (centre_id, company_id, at desc) where company_id is not null;
