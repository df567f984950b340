-- A school may know a company and not mind the call: it stays on the list, and nobody else sees that somebody knows it.
alter table kept_on_list add column ours boolean not null default false;
