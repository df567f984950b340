-- Each company has one regular contact whom all can see: since when, who stands in, what follows, and how it goes on to another.
create table regular_contact (
  centre_id int not null references centre (id),
  id int generated always as identity,
  -- Where it was agreed; with `whole` it holds for all of the company, without for this workplace alone (shared leadership).
  company_id int not null references company_known (id),
  cvr text not null,
  whole boolean not null default true,
  person_id int not null references person (id),
  deputy_id int references person (id),
  since timestamptz not null,
  -- What it came of: ('visit', 12), ('offer', 3); null: said on the card.
  origin_kind text,
  origin_id bigint,
  -- From then on the coordinators': who had it has left, or does something else now.
  released_at timestamptz,
  ended_at timestamptz,
  ended_by int references person (id),
  ended_how text check (ended_how in ('handed-over', 'given-up', 'given-to-another', 'lapsed', 'passed-on')),
  ended_why text not null default '',
  primary key (centre_id, id),
  check ((origin_kind is null) = (origin_id is null)),
  check ((ended_at is null) = (ended_how is null))
);
create unique index regular_contact_one on regular_contact (centre_id, cvr, (case when whole then 0 else company_id end)) where ended_at is null;
create index regular_contact_person on regular_contact (centre_id, person_id) where ended_at is null;
create index regular_contact_company on regular_contact (company_id);
create index regular_contact_cvr on regular_contact (centre_id, cvr);
call of_centre('regular_contact');

create table follow_up (
  centre_id int not null references centre (id),
  id int generated always as identity,
  contact_id int not null,
  what text not null,
  due_on date not null,
  agreed_by int not null references person (id),
  agreed_at timestamptz not null,
  done_at timestamptz,
  done_by int references person (id),
  -- Another was agreed in its place, or the contact ended.
  dropped_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, contact_id) references regular_contact (centre_id, id),
  check (done_at is null or dropped_at is null)
);
create unique index follow_up_one on follow_up (centre_id, contact_id) where done_at is null and dropped_at is null;
create index follow_up_contact on follow_up (centre_id, contact_id);
call of_centre('follow_up');

-- Someone is asked to be the contact, by who has it or by a coordinator; nobody is one without a yes.
create table contact_offer (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  whole boolean not null default true,
  -- What is handed over; null where the company has no contact.
  contact_id int,
  from_id int references person (id),
  to_id int not null references person (id),
  offered_by int not null references person (id),
  offered_at timestamptz not null,
  -- What must be told.
  note text not null default '',
  follow_up text not null default '',
  follow_up_on date,
  -- What goes along with the yes: [{"kind": "promise", "sourceId": 12}].
  along jsonb not null default '[]',
  accepted_at timestamptz,
  declined_at timestamptz,
  declined_why text,
  withdrawn_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, contact_id) references regular_contact (centre_id, id),
  check ((follow_up = '') = (follow_up_on is null)),
  check (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1)
);
create unique index contact_offer_one on contact_offer (centre_id, cvr, (case when whole then 0 else company_id end))
  where accepted_at is null and declined_at is null and withdrawn_at is null;
create index contact_offer_contact on contact_offer (centre_id, contact_id) where contact_id is not null;
create index contact_offer_company on contact_offer (company_id);
call of_centre('contact_offer');

-- Someone says that the company is his, where another is its contact: a coordinator decides, both see it.
create table contact_claim (
  centre_id int not null references centre (id),
  id int generated always as identity,
  contact_id int not null,
  person_id int not null references person (id),
  claimed_at timestamptz not null,
  why text not null,
  decided_at timestamptz,
  decided_by int references person (id),
  given boolean,
  decided_why text,
  withdrawn_at timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, contact_id) references regular_contact (centre_id, id),
  check ((decided_at is null) = (given is null)),
  check (decided_at is null or withdrawn_at is null)
);
create unique index contact_claim_one on contact_claim (centre_id, contact_id, person_id) where decided_at is null and withdrawn_at is null;
create index contact_claim_contact on contact_claim (centre_id, contact_id);
call of_centre('contact_claim');

create view regular_contact_now with (security_invoker = true) as
  select centre_id, id, company_id, cvr, whole, person_id, deputy_id, since, released_at
  from regular_contact
  where ended_at is null;
comment on view regular_contact_now is 'Who has a company, for all of it or (not whole) for one workplace. Null: deputy_id released_at.';

-- Twelve months without contact end it, ten warn.
create view regular_contact_lapses with (security_invoker = true) as
  select c.centre_id, c.id, c.cvr, c.released_at, l.at as last_at,
         ((l.at at time zone 'Europe/Copenhagen') + interval '10 months')::date as warned_on,
         ((l.at at time zone 'Europe/Copenhagen') + interval '12 months')::date as lapses_on
  from regular_contact c
  cross join lateral (
    select greatest(c.since, max(k.at)) as at from contact_made k where k.centre_id = c.centre_id and k.cvr = c.cvr and k.at <= app_now()
  ) l
  where c.ended_at is null;
comment on view regular_contact_lapses is 'When somebody of the centre was last in contact with a company that has a regular contact, and when that lapses. Null: released_at.';

create view regular_contacts_waiting with (security_invoker = true) as
  select o.centre_id, 'contact-offer'::text as kind, o.id as source_id, o.company_id, o.to_id as person_id, null::integer as school_id,
         null::text as role, o.offered_at as from_at, null::date as due_on, null::timestamptz as due_at,
         jsonb_build_object('company', p.name, 'who', giver.name, 'what', o.note) as "values"
  from contact_offer o
  join company_place p on p.id = o.company_id
  join person_named giver on giver.id = coalesce(o.from_id, o.offered_by)
  where o.accepted_at is null and o.declined_at is null and o.withdrawn_at is null
  union all
  select c.centre_id, 'contact-orphan', c.id, c.company_id, null, null, 'runs', c.released_at, null, null,
         jsonb_build_object('company', p.name, 'who', had.name, 'what', '')
  from regular_contact c
  join company_place p on p.id = c.company_id
  join person_named had on had.id = c.person_id
  where c.ended_at is null and c.released_at is not null
  union all
  select k.centre_id, 'contact-claim', k.id, c.company_id, null, null, 'runs', k.claimed_at, null, null,
         jsonb_build_object('company', p.name, 'who', wants.name, 'what', k.why, 'has', had.name)
  from contact_claim k
  join regular_contact c on c.centre_id = k.centre_id and c.id = k.contact_id
  join company_place p on p.id = c.company_id
  join person_named wants on wants.id = k.person_id
  join person_named had on had.id = c.person_id
  where k.decided_at is null and k.withdrawn_at is null and c.ended_at is null
  union all
  select k.centre_id, 'contact-claimed', k.id, c.company_id, c.person_id, null, null, k.claimed_at, null, null,
         jsonb_build_object('company', p.name, 'who', wants.name, 'what', k.why)
  from contact_claim k
  join regular_contact c on c.centre_id = k.centre_id and c.id = k.contact_id
  join company_place p on p.id = c.company_id
  join person_named wants on wants.id = k.person_id
  where k.decided_at is null and k.withdrawn_at is null and c.ended_at is null and c.released_at is null
  union all
  select f.centre_id, case when f.due_on < (select app_today()) then 'follow-up-overdue' else 'follow-up-due' end, f.id, c.company_id,
         case when c.released_at is null then c.person_id end, null, 'runs', (f.due_on - 7)::timestamp at time zone 'Europe/Copenhagen', f.due_on, null,
         jsonb_build_object('company', p.name, 'who', had.name, 'what', f.what, 'date', f.due_on,
           'mine', (c.person_id is not distinct from (select app_person()))::integer)
  from follow_up f
  join regular_contact c on c.centre_id = f.centre_id and c.id = f.contact_id
  join company_place p on p.id = c.company_id
  join person_named had on had.id = c.person_id
  where f.done_at is null and f.dropped_at is null and c.ended_at is null
  union all
  select l.centre_id, 'contact-lapses', l.id, c.company_id, c.person_id, null, 'runs', l.warned_on::timestamp at time zone 'Europe/Copenhagen',
         l.lapses_on, null, jsonb_build_object('company', p.name, 'who', had.name, 'what', '', 'date', l.lapses_on)
  from regular_contact_lapses l
  join regular_contact c on c.centre_id = l.centre_id and c.id = l.id
  join company_place p on p.id = c.company_id
  join person_named had on had.id = c.person_id
  where l.warned_on <= (select app_today()) and c.released_at is null;
comment on view regular_contacts_waiting is 'Who is asked to be a company''s contact, who says a company is his, contacts that nobody has, what was agreed to follow, and what lapses. Null: person_id school_id role due_on due_at.';
