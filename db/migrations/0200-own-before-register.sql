-- Only the register's documents write company; what a centre's own files know is that centre's, and company_place shows own before register.

-- One number for a company or workplace, whoever names it first: a centre's own company and the register's later are one by construction.
create table company_known (
  id int generated always as identity primary key,
  number text not null unique check (number ~ '^([0-9]{8}|[0-9]{10})$')
);
insert into company_known (id, number) overriding system value select id, coalesce(p_number, cvr) from company;
select setval(pg_get_serial_sequence('company_known', 'id'), coalesce(max(id), 0) + 1, false) from company_known;

create function number_company() returns trigger language plpgsql as $$
begin
  select k.id into new.id from company_known k where k.number = coalesce(new.p_number, new.cvr);
  if new.id is null then
    insert into company_known (number) values (coalesce(new.p_number, new.cvr)) on conflict do nothing returning id into new.id;
  end if;
  -- Somebody else named it at the same moment.
  if new.id is null then
    select k.id into new.id from company_known k where k.number = coalesce(new.p_number, new.cvr);
  end if;
  return new;
end $$;

do $$
declare
  k record;
begin
  for k in select conrelid::regclass as tbl, conname, pg_get_constraintdef(oid) as said
           from pg_constraint where contype = 'f' and confrelid = 'company'::regclass loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', k.tbl, k.conname, k.conname,
                   replace(k.said, 'REFERENCES company(', 'REFERENCES company_known('));
  end loop;
end $$;

alter table company alter id drop identity, add foreign key (id) references company_known;
create trigger company_number before insert on company for each row when (new.id is null) execute function number_company();

-- What a centre's tables of companies say of a company or workplace, in the register or not; undone with the import.
create table own_place (
  centre_id int not null references centre,
  like company including defaults including generated including constraints
);
alter table own_place
  alter name drop not null,
  add primary key (centre_id, id),
  add foreign key (id) references company_known;
create index own_place_of_company on own_place (id);
create index own_place_phone on own_place (centre_id, phone) where phone is not null;
create index own_place_email_domain on own_place (centre_id, email_domain) where email_domain is not null;
create index own_place_protected on own_place (centre_id, id) where protected;
call of_centre('own_place');
create trigger own_place_number before insert on own_place for each row when (new.id is null) execute function number_company();

-- Those of them that the register lacks, ready to be read beside it in one order: only triggers write here.
create table own_company (like own_place including defaults);
alter table own_company
  alter name set not null,
  add primary key (centre_id, id),
  add foreign key (centre_id, id) references own_place on delete cascade;
create index own_company_of_company on own_company (id);
create index own_company_cvr on own_company (centre_id, cvr);
create index own_company_name on own_company (centre_id, name, id);
create index own_company_p_number on own_company (centre_id, p_number) where p_number is not null;
create index own_company_municipality on own_company (centre_id, municipality, industry);
create index own_company_industry on own_company (centre_id, industry);
create index own_company_email_domain on own_company (centre_id, email_domain) where email_domain is not null;
call of_centre('own_company');

create function keep_own_company() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from own_company o where o.centre_id = old.centre_id and o.id = old.id;
  end if;
  if new.name is not null and not exists (select from company c where c.id = new.id) then
    insert into own_company select new.*;
  end if;
  return null;
end $$;
create trigger own_company_kept after insert or update on own_place for each row execute function keep_own_company();

-- The register's coming and going concerns every centre, so this steps past their walls: it tells nobody anything.
create function unsafe_own_companies_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    delete from own_company o using moved m where o.id = m.id;
  else
    insert into own_company select o.* from own_place o join moved m on m.id = o.id where o.name is not null;
  end if;
  return null;
end $$;
create trigger company_came after insert on company referencing new table as moved for each statement execute function unsafe_own_companies_follow();
create trigger company_went after delete on company referencing old table as moved for each statement execute function unsafe_own_companies_follow();

-- Scalar questions and two plain branches: a join, or a condition on a branch, would lose the order of the indexes.
create or replace view company_place with (security_invoker = true) as
  select c.id, c.kind, c.cvr, c.p_number, c.name, c.street, c.postal_code, c.town, c.municipality, c.industry, c.industry_text, c.form_code,
         c.form, c.employees, c.employees_from, c.employees_to,
         coalesce((select o.phone from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.phone) as phone,
         coalesce((select o.email from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.email) as email,
         coalesce((select o.email_domain from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.email_domain) as email_domain,
         coalesce((select o.website from own_place o where o.centre_id = (select app_centre()) and o.id = c.id), c.website) as website,
         c.started_on, c.closed_on, c.status_text,
         c.protected or exists (select from own_place o where o.centre_id = (select app_centre()) and o.id = c.id and o.protected) as protected,
         coalesce(c.protected_seen_at, (select o.protected_seen_at from own_place o where o.centre_id = (select app_centre()) and o.id = c.id)) as protected_seen_at,
         c.register_changed_at, c.changed_at, c.sought, false as own
  from company c
  union all
  select o.id, o.kind, o.cvr, o.p_number, o.name, o.street, o.postal_code, o.town, o.municipality, o.industry, o.industry_text, o.form_code,
         o.form, o.employees, o.employees_from, o.employees_to, o.phone, o.email, o.email_domain, o.website, o.started_on, o.closed_on,
         o.status_text, o.protected, o.protected_seen_at, o.register_changed_at, o.changed_at, o.sought, true
  from own_company o;
comment on view company_place is 'A company or workplace as the centre knows it: its own phone, email and website before the register''s; `own` when the register lacks it. Null: p_number street postal_code town municipality industry industry_text form_code form employees employees_from employees_to phone email email_domain website started_on closed_on status_text protected_seen_at register_changed_at.';

-- Whose number a phone is, by an index on each side.
create view place_phone with (security_invoker = true) as
  select o.id, o.phone from own_place o where o.centre_id = (select app_centre()) and o.phone is not null
  union all
  select c.id, c.phone from company c
  where c.phone is not null
    and (select true from own_place o where o.centre_id = (select app_centre()) and o.id = c.id and o.phone is not null) is null;
comment on view place_phone is 'Which company or workplace has a phone number, as the centre knows it. Null: none.';

create view place_email_domain with (security_invoker = true) as
  select o.id, o.email_domain from own_place o where o.centre_id = (select app_centre()) and o.email_domain is not null
  union all
  select c.id, c.email_domain from company c
  where c.email_domain is not null
    and (select true from own_place o where o.centre_id = (select app_centre()) and o.id = c.id and o.email is not null) is null;
comment on view place_email_domain is 'Which company or workplace has mail at a domain, as the centre knows it. Null: none.';

alter table import_change drop constraint import_change_subject_check;
alter table import_change add constraint import_change_subject_check
  check (subject in ('company', 'own-place', 'class', 'course', 'provider'));
