-- A company on a list keeps municipality, industry and size of the day it was drawn, so that old figures do not move with the register;
-- and how many places of one company a list takes is the list's own limit, held by keys rather than by who looks first.
alter table list_company
  add column municipality int,
  add column industry text,
  add column employees int;
comment on column list_company.employees is 'The exact number, else the lower end of the register''s interval.';
-- Older draws get what the register says today: their own day is not kept anywhere.
update list_company d set municipality = c.municipality, industry = c.industry, employees = coalesce(c.employees, c.employees_from)
from company c where c.id = d.company_id;

alter table draw add column company_places smallint not null default 1 check (company_places >= 1);
alter table draw add unique (centre_id, list_id, company_places);
-- `place`: first, second … place of its company on this list. The draw's own limit is carried by the key, so that no row can have another.
alter table list_company
  add column place smallint not null default 1,
  add column company_places smallint not null default 1,
  add constraint list_company_place check (place between 1 and company_places),
  drop constraint list_company_centre_id_list_id_fkey,
  add foreign key (centre_id, list_id, company_places) references draw (centre_id, list_id, company_places);
create unique index list_company_places on list_company (centre_id, list_id, cvr, place) where included;
drop index list_company_once;

create view listed_company with (security_invoker = true) as
  select centre_id, id, list_id, company_id, cvr, position, reason, sorted_out_until, municipality, industry, employees
  from list_company
  where included;
comment on view listed_company is 'The companies that a draw took in, as they were that day, and until when the hearing sorted them out. Null: sorted_out_until municipality industry employees.';
