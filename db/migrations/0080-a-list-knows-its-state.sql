-- A list's state is the list's own: who sent it to hearing, who opened it for calling and why, beside who drew and who closed it. What a
-- hearing found out (who is sorted out) is written down on the list when the hearing ends, never before.

-- Sent to hearing. The number is the hearing's own.
create table list_hearing (
  centre_id int not null,
  list_id int not null,
  hearing_id int not null,
  sent_by int not null references person (id),
  sent_at timestamptz not null,
  deadline timestamptz not null,
  -- From here on it is told what was sorted out.
  ended_at timestamptz,
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
call of_centre('list_hearing');

-- Opened for calling; by the clock when nobody stands there.
create table list_opening (
  centre_id int not null,
  list_id int not null,
  opened_by int references person (id),
  opened_at timestamptz not null,
  why text not null check (why in ('all-answered', 'deadline')),
  primary key (centre_id, list_id),
  foreign key (centre_id, list_id) references draw (centre_id, list_id)
);
call of_centre('list_opening');

insert into list_hearing (centre_id, list_id, hearing_id, sent_by, sent_at, deadline, ended_at)
select centre_id, list_id, id, started_by, started_at, deadline, ended_at from hearing;

insert into list_opening (centre_id, list_id, opened_by, opened_at, why)
select h.centre_id, h.list_id,
  (select e.person_id from event e where e.centre_id = h.centre_id and e.subject = 'hearing' and e.subject_id = h.id and e.verb = 'hearing-ended' limit 1),
  h.ended_at,
  case when exists (select from hearing_answer a where a.centre_id = h.centre_id and a.hearing_id = h.id and a.silent_at is not null) then 'deadline' else 'all-answered' end
from hearing h
left join list_closing k on k.centre_id = h.centre_id and k.list_id = h.list_id
-- A hearing that ended because its list was closed opened nothing.
where h.ended_at is not null and (k.closed_at is null or k.closed_at > h.ended_at);

-- Sorted out in the hearing, and may be called again from this date. By whom stands nowhere here.
alter table list_company add column sorted_out_until date;
update list_company d set sorted_out_until = s.until_on
from (
  select s.centre_id, s.list_id, s.company_id, max(s.until_on) as until_on
  from strike s join hearing h on h.centre_id = s.centre_id and h.list_id = s.list_id and h.ended_at is not null
  where s.undone_at is null
  group by 1, 2, 3
) s
where s.centre_id = d.centre_id and s.list_id = d.list_id and s.company_id = d.company_id;

create or replace view calling_list with (security_invoker = true) as
  select l.centre_id, l.id, l.name, o.opened_at
  from contact_list l
  join list_opening o on o.centre_id = l.centre_id and o.list_id = l.id
  where not exists (select from list_closing k where k.centre_id = l.centre_id and k.list_id = l.id);
comment on view calling_list is 'Lists that may be called: opened, and nobody has closed them. Null: none.';

create view list_now with (security_invoker = true) as
  select l.centre_id, l.id, l.name, l.goal, l.made_by, l.made_at, d.drawn_at, h.hearing_id, h.deadline, h.ended_at as heard_at, o.opened_at, k.closed_at,
         case when k.list_id is not null then 'closed'
              when o.list_id is not null then 'heard'
              when h.list_id is not null then 'in-hearing'
              when d.list_id is not null then 'drawn'
              else 'draft' end as state
  from contact_list l
  left join draw d on d.centre_id = l.centre_id and d.list_id = l.id
  left join list_hearing h on h.centre_id = l.centre_id and h.list_id = l.id
  left join list_opening o on o.centre_id = l.centre_id and o.list_id = l.id
  left join list_closing k on k.centre_id = l.centre_id and k.list_id = l.id;
comment on view list_now is 'A list, its state (draft, drawn, in-hearing, heard: may be called, closed) and since when. Null: drawn_at hearing_id deadline heard_at opened_at closed_at.';
