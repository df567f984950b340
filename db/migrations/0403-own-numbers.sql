-- A number of our own, beside the register's: who found it, where and when. It goes before what files and register say, and may be taken back.

-- What people said, on the row of the centre's own, so that reading a company asks nobody more than before. Imports neither write nor undo it.
alter table own_place add said_phone text;
alter table own_company add said_phone text;

create or replace view company_place with (security_invoker = true) as
  select c.id, c.kind, c.cvr, c.p_number, c.name, c.street, c.postal_code, c.town, c.municipality, c.industry, c.industry_text,
    c.form_code, c.form, c.employees, c.employees_from, c.employees_to,
    coalesce((select coalesce(o.said_phone, o.phone) from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.phone) as phone,
    coalesce((select o.email from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.email) as email,
    coalesce((select o.email_domain from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.email_domain) as email_domain,
    coalesce((select o.website from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.website) as website,
    c.started_on, c.closed_on, c.status_text,
    c.protected or exists (select from own_place o where o.centre_id = (select app_centre()) and o.id = c.id and o.protected) as protected,
    coalesce(c.protected_seen_at, (select o.protected_seen_at from own_place o where o.centre_id = (select app_centre()) and o.id = c.id)) as protected_seen_at,
    c.register_changed_at, c.changed_at, c.sought, false as own
  from company c
  union all
  select o.id, o.kind, o.cvr, o.p_number, o.name, o.street, o.postal_code, o.town, o.municipality, o.industry, o.industry_text,
    o.form_code, o.form, o.employees, o.employees_from, o.employees_to, coalesce(o.said_phone, o.phone), o.email, o.email_domain, o.website,
    o.started_on, o.closed_on, o.status_text, o.protected, o.protected_seen_at, o.register_changed_at, o.changed_at, o.sought, true as own
  from own_company o;

create or replace view place_phone with (security_invoker = true) as
  select o.id, coalesce(o.said_phone, o.phone) as phone
  from own_place o
  where o.centre_id = (select app_centre()) and coalesce(o.said_phone, o.phone) is not null
  union all
  select c.id, c.phone
  from company c
  where c.phone is not null and (
    select true from own_place o where o.centre_id = (select app_centre()) and o.id = c.id and coalesce(o.said_phone, o.phone) is not null
  ) is null;

create or replace view own_way with (security_invoker = true) as
  select o.centre_id, o.id as company_id, w.way
  from own_place o
  cross join lateral (values ('phone', coalesce(o.said_phone, o.phone)), ('email', o.email), ('website', o.website)) w (way, value)
  where w.value is not null;

drop index own_place_phone;
create index own_place_phone on own_place (centre_id, (coalesce(said_phone, phone))) where coalesce(said_phone, phone) is not null;

-- A number that somebody found, a row each; the one that stands has no end.
create table own_number (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  phone text not null,
  source text not null check (source in ('said', 'own-page', 'directory', 'mail', 'school')),
  said_on date not null,
  -- What was called before; null: nobody knew any.
  instead text,
  set_by int references person (id),
  set_at timestamptz not null,
  ended_at timestamptz,
  ended_by int references person (id),
  primary key (centre_id, id)
);
create unique index own_number_one on own_number (centre_id, company_id) where ended_at is null;
create index own_number_company on own_number (centre_id, company_id, id);
create index own_number_of_company on own_number (company_id);
call of_centre('own_number');

create view own_number_ever with (security_invoker = true) as
  select centre_id, id, company_id, cvr, phone, source, said_on, instead, set_by, set_at, ended_at, ended_by from own_number;
comment on view own_number_ever is 'Numbers that people found, and what stood before. Null: instead set_by ended_at ended_by.';

-- A place that gets a number joins its queue in the same moment.
create function queue_number_said() returns trigger language plpgsql as $$
begin
  perform queue_touched(t.centre_id, array_agg(distinct q.cvr))
  from touched t join queue_row q on q.centre_id = t.centre_id and q.company_id = t.company_id
  group by t.centre_id;
  return null;
end $$;
create trigger queue_number_said after insert on own_number referencing new table as touched for each statement execute function queue_number_said();
create trigger queue_number_ended after update on own_number referencing new table as touched for each statement execute function queue_number_said();
