-- Partners (aktører): job centres, unions, employers' organisations and others that work with the centre, and what they tell of companies.
create table centre_partner (
  centre_id int not null references centre (id),
  id int generated always as identity,
  name text not null,
  kind text not null check (kind in ('job-centre', 'union', 'employers', 'business-hub', 'unemployment-fund', 'language-centre')),
  place text not null default '',
  contact_name text not null default '',
  contact_phone text not null default '',
  contact_email text not null default '',
  -- Who of the centre holds the contact with them; nobody since whoever did has left.
  held_by int references person (id),
  released_at timestamptz,
  added_by int not null references person (id),
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by int references person (id),
  primary key (centre_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index centre_partner_held_by on centre_partner (centre_id, held_by);
call of_centre('centre_partner');

-- Who comes from a partner, and signs in here: of one alone.
create table partner_member (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  partner_id int not null,
  added_by int not null references person (id),
  added_at timestamptz not null,
  primary key (centre_id, person_id),
  foreign key (centre_id, partner_id) references centre_partner (centre_id, id)
);
create index partner_member_partner on partner_member (centre_id, partner_id);
call of_centre('partner_member');

create view partner_now with (security_invoker = true) as
select centre_id, id, name, kind, place, held_by, coalesce(released_at, added_at) as unheld_since from centre_partner where ended_at is null;
comment on view partner_now is 'Partners that we work with. Null: held_by.';
create view partner_ever with (security_invoker = true) as select centre_id, id, name, kind, place from centre_partner;
comment on view partner_ever is 'Partners that we work or have worked with. Null: none.';
-- Nobody is of a partner that we do not work with any more.
create view partner_person_now with (security_invoker = true) as
select m.centre_id, m.person_id, m.partner_id, p.name as partner, p.kind, p.place
from partner_member m join centre_partner p on p.centre_id = m.centre_id and p.id = m.partner_id
where p.ended_at is null;
comment on view partner_person_now is 'Who comes from which partner. Null: none.';

create view partners_waiting with (security_invoker = true) as
select p.centre_id, 'partner-unheld' as kind, p.id as source_id, null::int as company_id, null::int as person_id, null::int as school_id,
  'runs' as role, p.unheld_since as from_at, null::date as due_on, null::timestamptz as due_at, jsonb_build_object('partner', p.name) as "values"
from partner_now p
where p.held_by is null;
comment on view partners_waiting is 'Partners with whom nobody of us holds the contact. Null: company_id person_id school_id due_on due_at.';

-- What a partner passed on of a company that asked itself came no way of the company's own.
alter table enquiry drop constraint enquiry_way_check;
alter table enquiry add constraint enquiry_way_check check (way in ('phone', 'mail', 'web', 'stand', 'tip'));

-- What a partner tells of a company. A tip on a company with an open one is joined to it, and goes where that one goes.
create table tip (
  centre_id int not null references centre (id),
  id int generated always as identity,
  partner_id int not null,
  given_by int references person (id),
  link_id int,
  given_at timestamptz not null,
  -- As it was written, or as the register called it then: what the partner goes on seeing.
  company_said text not null,
  town_said text not null default '',
  company_id int references company_known (id),
  cvr text,
  -- What tips on one company share: its number, of a workplace with a leadership of its own that one's.
  join_key text,
  words text not null,
  may_name boolean not null,
  urgent boolean not null,
  -- The company itself asked: who, and when.
  asked_by text not null default '',
  asked_on date,
  joined_to int,
  -- A coordinator has read it.
  seen_at timestamptz,
  seen_by int references person (id),
  -- Who is asked to go on with it, and who does.
  asked_id int references person (id),
  owner_id int references person (id),
  accepted_at timestamptz,
  -- They had asked themselves: it goes on as an enquiry.
  enquiry_id int,
  note text not null default '',
  ended_at timestamptz,
  ended_by int references person (id),
  ended_why text not null default '',
  primary key (centre_id, id),
  foreign key (centre_id, partner_id) references centre_partner (centre_id, id),
  foreign key (centre_id, link_id) references link (centre_id, id),
  foreign key (centre_id, joined_to) references tip (centre_id, id),
  foreign key (centre_id, enquiry_id) references enquiry (centre_id, id),
  check ((company_id is null) = (cvr is null)),
  check ((company_id is null) = (join_key is null)),
  check (asked_on is not null or asked_by = ''),
  check ((seen_at is null) = (seen_by is null)),
  -- Nobody: it was over, of what had happened, when another came.
  check (ended_by is null or ended_at is not null),
  check (owner_id is null or accepted_at is not null)
);
create unique index tip_one_open on tip (centre_id, join_key) where joined_to is null and ended_at is null;
create index tip_partner on tip (centre_id, partner_id);
create index tip_joined_to on tip (centre_id, joined_to);
create index tip_link on tip (centre_id, link_id);
create index tip_enquiry on tip (centre_id, enquiry_id);
create index tip_company on tip (centre_id, company_id);
create index tip_owner on tip (centre_id, owner_id) where ended_at is null;
create index tip_asked on tip (centre_id, asked_id) where ended_at is null;
call of_centre('tip');

-- How far each tip is, from what has happened since somebody went on with it: the first visit that was held, and whether we promised something from it on.
create view tip_reached with (security_invoker = true) as
select t.centre_id, t.id, t.partner_id, h.id as head_id, t.seen_at is not null as seen, v.visited_at is not null as visited,
  v.visited_at is not null and exists (
    select from promise_now p
    where p.centre_id = h.centre_id and p.cvr = h.cvr and p.made_at >= v.visited_at and (h.ended_at is null or p.made_at <= h.ended_at)
      and (p.company_id = h.company_id or h.join_key = h.cvr)) as led,
  h.ended_at is not null as ended
from tip t
join tip h on h.centre_id = t.centre_id and h.id = coalesce(t.joined_to, t.id)
left join lateral (
  select min(r.visited_at) as visited_at
  from visit_reported r
  where r.centre_id = h.centre_id and r.cvr = h.cvr and r.visited_at >= greatest(t.given_at, h.accepted_at)
    and (h.ended_at is null or r.visited_at <= h.ended_at) and (r.company_id = h.company_id or h.join_key = h.cvr)
) v on h.accepted_at is not null;
comment on view tip_reached is 'How far a tip is; joined ones as the one they are joined to. Null: none.';

create view tips_waiting with (security_invoker = true) as
with open_tip as (
  select t.*, coalesce(c.name, t.company_said) as company, (t.given_at at time zone 'Europe/Copenhagen')::date as given_on
  from tip t left join company_place c on c.id = t.company_id
  where t.ended_at is null
)
select t.centre_id, 'tip-new' as kind, t.id as source_id, t.company_id, null::int as person_id, null::int as school_id, 'runs' as role,
  t.given_at as from_at, t.given_on + (case when t.urgent then 0 else 2 end) as due_on, null::timestamptz as due_at,
  jsonb_build_object('company', t.company, 'what', t.words) as "values"
from open_tip t where t.seen_at is null and t.joined_to is null
union all
select t.centre_id, 'tip-joined', t.id, t.company_id, null, null, 'runs', t.given_at, t.given_on + 2, null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t where t.seen_at is null and t.joined_to is not null
union all
-- It can go on: nobody is asked, and nothing but what someone has in hand holds against the company.
select t.centre_id, 'tip-free', t.id, t.company_id, null, null, 'runs', t.seen_at, null, null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t
where t.seen_at is not null and t.joined_to is null and t.asked_id is null and t.owner_id is null and t.enquiry_id is null
  and (t.company_id is null or not exists (
    select from hindrances_of(t.centre_id, array[t.company_id]) h where h.holds and h.word <> 'running' and 'outreach' = any (h.stops)))
union all
select t.centre_id, 'tip-asked', t.id, t.company_id, t.asked_id, null, 'runs', t.seen_at, null, null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t where t.asked_id is not null
union all
select t.centre_id, 'tip-mine', t.id, t.company_id, t.owner_id, null, 'runs', t.accepted_at,
  (t.accepted_at at time zone 'Europe/Copenhagen')::date + (case when t.urgent then 3 else 14 end), null,
  jsonb_build_object('company', t.company, 'what', t.words)
from open_tip t
join tip_reached r on r.centre_id = t.centre_id and r.id = t.id
where t.owner_id is not null and t.enquiry_id is null and not r.led;
comment on view tips_waiting is
  'Tips that nobody has read, that can go on, that someone is asked about, and that someone goes on with. Null: company_id person_id school_id due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from visits_waiting';
  one constant text := E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from ';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || one || 'partners_waiting' || one || 'tips_waiting');
end $$;
