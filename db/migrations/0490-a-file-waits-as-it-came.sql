-- A table that waits to be imported is kept as it was handed in, so that it can be read once more with other headings, another sheet,
-- another encoding. Gone when the import is run, or with the import after a day.
create table file_original (
  centre_id int not null,
  file_id int not null,
  n int not null,
  bytes bytea not null,
  primary key (centre_id, file_id, n),
  foreign key (centre_id, file_id) references stored_file (centre_id, id) on delete cascade
);
alter table file_original enable row level security;
create policy with_file_reads on file_original for select using (centre_id = (select app_centre()) and exists (select from stored_file f where f.centre_id = file_original.centre_id and f.id = file_id));
create policy with_file_adds on file_original for insert with check (centre_id = (select app_centre()) and exists (select from stored_file f where f.centre_id = file_original.centre_id and f.id = file_id));
create policy with_file_removes on file_original for delete using (centre_id = (select app_centre()) and exists (select from stored_file f where f.centre_id = file_original.centre_id and f.id = file_id));
