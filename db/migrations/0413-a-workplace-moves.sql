-- A workplace that was sold, or went to another municipality, comes back from the register under another CVR number: what was said at it was lost with the old
-- one. It keeps its own, and of what was said of all the old company a person is asked; until then it holds.

-- Of the register, the same for everybody; without a key, so that an import can still be undone.
create table place_move (
  id int primary key generated always as identity,
  company_id int not null,
  from_cvr text not null,
  to_cvr text not null,
  moved_at timestamptz not null
);
create index place_move_company on place_move (company_id, id);
create function note_place_move() returns trigger language plpgsql as $$
begin
  insert into place_move (company_id, from_cvr, to_cvr, moved_at)
  select n.id, o.cvr, n.cvr, n.changed_at from after_rows n join before_rows o on o.id = n.id where n.cvr <> o.cvr and n.kind = 'workplace';
  return null;
end $$;
create trigger place_moves after update on company referencing old table as before_rows new table as after_rows
  for each statement execute function note_place_move();
-- The last one of each place, as it stands.
create view place_moved with (security_invoker = true) as
  select distinct on (m.company_id) m.id, m.company_id, m.from_cvr, m.to_cvr, m.moved_at from place_move m order by m.company_id, m.id desc;
comment on view place_moved is 'Workplaces that the register has given to another company, and when; the last time. Null: none.';

-- What a centre has done about it: its own rows went along, and whether what was said of all the old company holds here too (null: nobody has said).
create table move_answer (
  centre_id int not null references centre (id),
  move_id int not null,
  company_id int not null,
  carried_at timestamptz not null,
  holds boolean,
  person_id int references person (id),
  answered_at timestamptz,
  primary key (centre_id, move_id)
);
call of_centre('move_answer');
create index move_answer_company on move_answer (centre_id, company_id);

create view moved_hindrance with (security_invoker = true) as
  select m.centre_id, v.id as move_id, place.id as company_id, place.cvr, m.kind, k.rank, k.word, k.stops, m.since, m.source_id, m.person_id, m.ends_at,
    m.whole and m.kind in ('wait', 'stop', 'regular-contact') as of_all, a.carried_at is not null as carried, a.holds
  from place_moved v
  join company_place place on place.id = v.company_id and place.cvr <> v.from_cvr
  join mark_reach m on m.cvr = v.from_cvr
  join hindrance_kind k on k.kind = m.kind
  left join move_answer a on a.centre_id = m.centre_id and a.move_id = v.id
  where k.stops <> '{}' and (m.ends_at is null or m.ends_at > (select app_now()) or m.kind = 'in-hearing')
    and case when m.whole and m.kind in ('wait', 'stop', 'regular-contact') then m.since <= v.moved_at and a.holds is distinct from false
             else m.company_id = place.id end;
comment on view moved_hindrance is 'What was said of a workplace, or of all its company, before the register gave it to another. Null: person_id ends_at holds.';

do $$
declare
  v text;
begin
  v := rtrim(pg_get_viewdef('hindrance_now'::regclass), ';');
  execute 'create or replace view hindrance_now with (security_invoker = true) as ' || v || '
    union all
    select h.centre_id, h.company_id, h.cvr, h.kind, h.rank, h.word, h.stops, h.since, h.source_id, h.person_id,
      case when h.ends_at > (select app_now()) then h.ends_at end,
      case when h.ends_at > (select app_now()) then ((h.ends_at - interval ''1 microsecond'') at time zone ''Europe/Copenhagen'')::date + 1 end
    from moved_hindrance h';

  v := rtrim(pg_get_viewdef('place_judged'::regclass), ';');
  execute 'create or replace view place_judged with (security_invoker = true) as '
    || replace(v, ' AS hindered', ' or p.id in (select h.company_id from moved_hindrance h where ''outreach'' = any(h.stops)) AS hindered');

  v := rtrim(pg_get_viewdef('place_weighed'::regclass), ';');
  if strpos(v, 'standing.rank) AS rank') = 0 then raise exception 'place_weighed reads otherwise'; end if;
  v := replace(v, ' AS hindered', ' or p.id in (select h.company_id from moved_hindrance h where ''outreach'' = any(h.stops)) AS hindered');
  v := replace(v, 'standing.rank) AS rank', 'standing.rank, moved.rank) AS rank');
  execute 'create or replace view place_weighed with (security_invoker = true) as ' || v
    || ' left join (select h.company_id, min(h.rank) as rank from moved_hindrance h where ''outreach'' = any(h.stops) group by h.company_id) moved
         on moved.company_id = p.id';
end $$;

-- Whoever has said no is judged anew in the queue.
create function queue_move_answered() returns trigger language plpgsql as $$
begin
  perform queue_touched(t.centre_id, array_agg(distinct q.cvr))
  from touched t join queue_row q on q.centre_id = t.centre_id and q.company_id = t.company_id
  group by t.centre_id;
  return null;
end $$;
create trigger queue_move_carried after insert on move_answer referencing new table as touched for each statement execute function queue_move_answered();
create trigger queue_move_answered after update on move_answer referencing new table as touched for each statement execute function queue_move_answered();

-- The coordinators are asked, as long as something said of all the old company holds.
create view moved_places_waiting with (security_invoker = true) as
  select h.centre_id, 'moved-place' as kind, h.move_id as source_id, h.company_id, null::int as person_id, null::int as school_id, 'runs' as role,
    v.moved_at as from_at, null::date as due_on, null::timestamptz as due_at,
    jsonb_build_object('company', c.name, 'since', (v.moved_at at time zone 'Europe/Copenhagen')::date,
      'old', coalesce((select l.name from company_place l where l.cvr = v.from_cvr and l.kind = 'company' limit 1), v.from_cvr),
      'why', min(h.kind)) as "values"
  from moved_hindrance h
  join place_moved v on v.id = h.move_id
  join company_place c on c.id = h.company_id
  where h.of_all and h.carried and h.holds is null
  group by h.centre_id, h.move_id, h.company_id, v.moved_at, c.name, v.from_cvr;
comment on view moved_places_waiting is 'Workplaces that went to another company, and of which nobody has said whether what the old one said holds there too. Null: person_id school_id due_on due_at.';

do $$
declare
  text constant text := pg_get_functiondef('what_waits(int, int, int, text[], boolean, jsonb)'::regprocedure);
  last constant text := 'from still_agreed_waiting';
begin
  if strpos(text, last) = 0 then raise exception 'what_waits reads otherwise'; end if;
  execute replace(text, last, last || E'\n    union all\n    select centre_id, kind, source_id, company_id, person_id, school_id, role, from_at, due_on, due_at, "values" from moved_places_waiting');
end $$;
