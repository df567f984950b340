-- A call to a company that only the centre's own files know is told to the queue too: its key points, as every other, to what anybody knows.

alter table queue_call drop constraint queue_call_company_id_fkey;
alter table queue_call add foreign key (company_id) references company_known (id);
