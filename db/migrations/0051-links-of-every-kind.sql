-- Links of every kind in one table, each with what it opens, its end and its uses; an event names the link it came through.
alter table company_link rename to link;
alter table link rename constraint company_link_pkey to link_pkey;
alter table link rename constraint company_link_centre_id_hash_key to link_centre_id_hash_key;
alter table link rename constraint company_link_centre_id_fkey to link_centre_id_fkey;
alter table link rename constraint company_link_company_id_fkey to link_company_id_fkey;
alter table link rename constraint company_link_made_by_fkey to link_made_by_fkey;
alter table link rename constraint company_link_revoked_by_fkey to link_revoked_by_fkey;
alter sequence company_link_id_seq rename to link_id_seq;
alter table link add kind text not null default 'company-page', add subject_id int, add ends_at timestamptz, add most_uses int, add uses int not null default 0;
update link set subject_id = company_id;
alter table link
  alter kind drop default,
  alter subject_id set not null,
  alter company_id drop not null,
  alter cvr drop not null,
  add constraint link_company_whole check ((company_id is null) = (cvr is null)),
  add constraint link_uses_held check (uses <= most_uses);
drop index company_link_company;
create index link_company on link (centre_id, company_id) where company_id is not null;

-- Who tried links that do not work: counted before any centre is known, forgotten when the address may try again.
create table link_miss (
  address text primary key,
  misses int not null,
  since timestamptz not null
);

alter table event add link_id int;
