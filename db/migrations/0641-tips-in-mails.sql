-- Mails to a centre's address for tips: which partner each says it comes from, and the tip a person has made of it.
create table mailed_tip (
  centre_id int not null references centre (id),
  mail_id int not null,
  -- Nobody knows whom it comes from.
  partner_id int,
  -- It was answered that it has come.
  thanked boolean not null,
  tip_id int,
  primary key (centre_id, mail_id),
  foreign key (centre_id, mail_id) references incoming_mail (centre_id, id),
  foreign key (centre_id, partner_id) references centre_partner (centre_id, id),
  foreign key (centre_id, tip_id) references tip (centre_id, id)
);
create index mailed_tip_partner on mailed_tip (centre_id, partner_id);
create index mailed_tip_tip on mailed_tip (centre_id, tip_id);
call of_centre('mailed_tip');

drop policy centre_reads on mailed_tip;
drop policy centre_adds on mailed_tip;
drop policy centre_changes on mailed_tip;
drop policy centre_removes on mailed_tip;
create policy centre_reads on mailed_tip for select
  using (centre_id = (select app_centre()) and ((select app_system()) or (select runs_centre())));
create policy centre_adds on mailed_tip for insert with check (centre_id = (select app_centre()) and (select app_system()));
create policy centre_changes on mailed_tip for update
  using (centre_id = (select app_centre()) and (select runs_centre())) with check (centre_id = (select app_centre()) and (select runs_centre()));
create policy centre_removes on mailed_tip for delete using (centre_id = (select app_centre()) and (select app_system()));

-- Who may write for a partner: whoever is named as its contact, and who comes from it.
create view partner_address with (security_invoker = true) as
select p.centre_id, p.id as partner_id, lower(p.contact_email) as email from centre_partner p where p.ended_at is null and p.contact_email <> ''
union
select n.centre_id, n.partner_id, m.email
from partner_person_now n join member_now m on m.centre_id = n.centre_id and m.person_id = n.person_id;
comment on view partner_address is 'Addresses of people of a partner. Null: none.';

create view mailed_tips_waiting with (security_invoker = true) as
select k.centre_id, case when t.partner_id is null then 'mailed-stranger' else 'mailed-tip' end as kind, k.id as source_id,
  null::int as company_id, null::int as person_id, null::int as school_id, 'runs' as role, k.came_at as from_at,
  (k.came_at at time zone 'Europe/Copenhagen')::date + 2 as due_on, null::timestamptz as due_at,
  -- A name anyone can write: who is not known goes by the address.
  jsonb_build_object('from', coalesce(p.name, nullif(k.from_address, ''), '?'), 'subject', k.subject) as "values"
from mailed_tip t
join incoming_mail_kept k on k.centre_id = t.centre_id and k.id = t.mail_id
left join partner_ever p on p.centre_id = t.centre_id and p.id = t.partner_id
where k.settled_at is null;
comment on view mailed_tips_waiting is 'Mails to the address for tips that nobody has read. Null: company_id person_id school_id due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from tips_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'incoming_mails_waiting' || one || 'mailed_tips_waiting');
end $$;
