-- A company's link belongs to a person there, goes to that person's address alone, and ends by itself; it is renewed while something runs.
alter table link
  add recipient_name text,
  add recipient_email text;

-- Those that had no end get one: a month from now at the least, so that nobody is shut out today.
update link
set ends_at = greatest(coalesce(last_opened_at, made_at) + interval '90 days', app_now() + interval '30 days')
where kind = 'company-page' and ends_at is null and revoked_at is null;

create index link_ending on link (centre_id, ends_at) where revoked_at is null and ends_at is not null;
