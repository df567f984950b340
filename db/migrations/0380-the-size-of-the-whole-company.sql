-- "Small companies" held branches of large ones: the register says the size of a place, and the whole company's was added up by nobody.

-- Of each CVR number what the register says of its legal company (the exact number, else its interval), and what its open workplaces add up to: the
-- lower ends of those that are known, the upper ends only when all are. A workplace with a day of closing counts no more. Kept by triggers: a draw asks
-- for all of them at once.
create table register_size (
  cvr text primary key,
  legal_from int,
  legal_to int,
  sum_from int,
  sum_to int,
  workplaces int not null
);
-- The same of the places that only a centre's own files know.
create table own_size (
  centre_id int not null references centre (id),
  cvr text not null,
  legal_from int,
  legal_to int,
  sum_from int,
  sum_to int,
  workplaces int not null,
  primary key (centre_id, cvr)
);
call of_centre('own_size');

create function count_register_sizes(cvrs text[]) returns void language plpgsql as $$
begin
  delete from register_size s where s.cvr = any(cvrs);
  insert into register_size (cvr, legal_from, legal_to, sum_from, sum_to, workplaces)
  select c.cvr,
    min(coalesce(c.employees, c.employees_from)) filter (where c.kind = 'company'),
    min(coalesce(c.employees, c.employees_to)) filter (where c.kind = 'company'),
    sum(coalesce(c.employees, c.employees_from)) filter (where c.kind = 'workplace' and c.closed_on is null),
    case when bool_and(coalesce(c.employees, c.employees_to) is not null) filter (where c.kind = 'workplace' and c.closed_on is null)
         then sum(coalesce(c.employees, c.employees_to)) filter (where c.kind = 'workplace' and c.closed_on is null) end,
    count(*) filter (where c.kind = 'workplace' and c.closed_on is null)
  from company c where c.cvr = any(cvrs) group by c.cvr;
end $$;
create function count_own_sizes(centre int, cvrs text[]) returns void language plpgsql as $$
begin
  delete from own_size s where s.centre_id = centre and s.cvr = any(cvrs);
  insert into own_size (centre_id, cvr, legal_from, legal_to, sum_from, sum_to, workplaces)
  select o.centre_id, o.cvr,
    min(coalesce(o.employees, o.employees_from)) filter (where o.kind = 'company'),
    min(coalesce(o.employees, o.employees_to)) filter (where o.kind = 'company'),
    sum(coalesce(o.employees, o.employees_from)) filter (where o.kind = 'workplace' and o.closed_on is null),
    case when bool_and(coalesce(o.employees, o.employees_to) is not null) filter (where o.kind = 'workplace' and o.closed_on is null)
         then sum(coalesce(o.employees, o.employees_to)) filter (where o.kind = 'workplace' and o.closed_on is null) end,
    count(*) filter (where o.kind = 'workplace' and o.closed_on is null)
  from own_company o where o.centre_id = centre and o.cvr = any(cvrs) group by o.centre_id, o.cvr;
end $$;

create function size_of_register_moved() returns trigger language plpgsql as $$
begin
  perform count_register_sizes(array(select distinct m.cvr from moved m));
  return null;
end $$;
create function size_of_register_changed() returns trigger language plpgsql as $$
declare
  cvrs constant text[] := array(
    select distinct x.cvr
    from after_rows n join before_rows o on o.id = n.id
    cross join lateral (values (n.cvr), (o.cvr)) x (cvr)
    where (n.cvr, n.employees, n.employees_from, n.employees_to, n.closed_on) is distinct from (o.cvr, o.employees, o.employees_from, o.employees_to, o.closed_on));
begin
  if cardinality(cvrs) > 0 then perform count_register_sizes(cvrs); end if;
  return null;
end $$;
create trigger size_came after insert on company referencing new table as moved for each statement execute function size_of_register_moved();
create trigger size_went after delete on company referencing old table as moved for each statement execute function size_of_register_moved();
create trigger size_changed after update on company referencing old table as before_rows new table as after_rows
  for each statement execute function size_of_register_changed();

-- After `own_company_kept` of each row: triggers of a statement run last.
create function size_of_own_moved() returns trigger language plpgsql as $$
begin
  perform count_own_sizes(t.centre_id, t.cvrs) from (
    select m.centre_id, array_agg(distinct m.cvr) as cvrs from moved m group by m.centre_id
  ) t;
  return null;
end $$;
create trigger size_own_said after insert on own_place referencing new table as moved for each statement execute function size_of_own_moved();
create trigger size_own_changed_from after update on own_place referencing old table as moved for each statement execute function size_of_own_moved();
create trigger size_own_changed_to after update on own_place referencing new table as moved for each statement execute function size_of_own_moved();
create trigger size_own_taken_back after delete on own_place referencing old table as moved for each statement execute function size_of_own_moved();

-- What the register comes to know, or knows no more, is every centre's own no more, or again.
create or replace function unsafe_own_companies_follow() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    delete from own_company o using moved m where o.id = m.id;
  else
    insert into own_company select o.* from own_place o join moved m on m.id = o.id where o.name is not null;
  end if;
  perform count_own_sizes(t.centre_id, t.cvrs) from (
    select o.centre_id, array_agg(distinct o.cvr) as cvrs from own_place o join moved m on m.id = o.id group by o.centre_id
  ) t;
  return null;
end $$;

select count_register_sizes(array(select distinct cvr from company));
select count_own_sizes(o.centre_id, array_agg(distinct o.cvr)) from own_company o group by o.centre_id;

-- The legal company's own number, the register's before the centre's; else what the open workplaces add up to; else nobody knows.
create view company_size with (security_invoker = true) as
  select r.cvr,
    coalesce(r.legal_from, o.legal_from, r.sum_from + coalesce(o.sum_from, 0), o.sum_from) as employees_from,
    case when r.legal_from is not null then r.legal_to
         when o.legal_from is not null then o.legal_to
         when r.workplaces > 0 and o.workplaces > 0 then r.sum_to + o.sum_to
         else coalesce(r.sum_to, o.sum_to) end as employees_to,
    r.workplaces + coalesce(o.workplaces, 0) as workplaces
  from register_size r left join own_size o on o.centre_id = (select app_centre()) and o.cvr = r.cvr
  union all
  select o.cvr, coalesce(o.legal_from, o.sum_from), case when o.legal_from is not null then o.legal_to else o.sum_to end, o.workplaces
  from own_size o where o.centre_id = (select app_centre()) and not exists (select from register_size r where r.cvr = o.cvr);
comment on view company_size is 'How many a whole company employs, as the centre knows it: from, to (from alone: at least so many), and how many open workplaces it has. Null: employees_from employees_to.';
