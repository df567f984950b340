-- Only a closing date said that a company was over. A status word says it too, and that it is bankrupt or being dissolved: one reading of it, whoever asks.

-- Of a company that has no date; the register's own words, and what people write in their tables.
create function standing_of(status text) returns text language sql immutable parallel safe as $$
  select case
    when status is null or status in ('NORMAL', 'Aktiv', 'AKTIV') then 'alive'
    when translate(upper(status), 'æøå', 'ÆØÅ') ~ '^(OPHØR|OPLØST|TVANGSOPLØST|SLETTET|LUKKET|NEDLAGT)' then 'ceased'
    when translate(upper(status), 'æøå', 'ÆØÅ') ~ 'KONKURS' then 'bankrupt'
    when translate(upper(status), 'æøå', 'ÆØÅ') ~ '(LIKVIDATION|OPLØSNING)' then 'being-dissolved'
    else 'alive' end
$$;
comment on function standing_of is 'alive, being-dissolved, bankrupt or ceased, by a status word. UNDER REKONSTRUKTION and UNDER REASSUMERING go on.';

-- Since when, where the register tells.
alter table company add column status_since date;
alter table own_place add column status_since date;
alter table own_company add column status_since date;

create index company_standing on company (id) include (kind, cvr, closed_on, status_since, changed_at) where standing_of(status_text) <> 'alive';
create index company_standing_cvr on company (cvr) where kind = 'company' and standing_of(status_text) <> 'alive';
create index own_place_standing on own_place (centre_id, id) where standing_of(status_text) <> 'alive';

-- A date that has come says more than the word beside it. A centre's own file may say that it is over; it never says that it goes on.
create view place_standing with (security_invoker = true) as
  select c.id, c.kind, c.cvr, standing_of(c.status_text) as standing, c.status_since, coalesce(c.status_since::timestamp at time zone 'Europe/Copenhagen', c.changed_at) as since
  from company c
  where standing_of(c.status_text) <> 'alive' and (c.closed_on is null or c.closed_on > (select app_today()))
  union all
  select o.id, o.kind, o.cvr, standing_of(o.status_text), o.status_since, coalesce(o.status_since::timestamp at time zone 'Europe/Copenhagen', o.changed_at)
  from own_place o
  where o.centre_id = (select app_centre()) and standing_of(o.status_text) <> 'alive'
    and not exists (select from company c where c.id = o.id and (c.closed_on <= (select app_today()) or standing_of(c.status_text) <> 'alive'))
    and (o.closed_on is null or o.closed_on > (select app_today()));
comment on view place_standing is 'Companies and workplaces that a status word says are ceased, bankrupt or being dissolved, and since when; a closing date that has come stands before it. Null: status_since.';

insert into hindrance_kind (kind, rank, stops, word) values
  ('bankrupt', 21, '{outreach,evaluation}', 'bankrupt'),
  ('being-dissolved', 22, '{outreach,evaluation}', 'being-dissolved'),
  -- A meeting was called off, and whoever had it finds a new time with them.
  ('new-time', 48, '{outreach}', 'running');

-- What the judge knows beside marks, dates and protection: a legal company's standing is its workplaces' too.
create view standing_hindrance with (security_invoker = true) as
  select s.id as company_id, s.cvr, k.kind, k.rank, k.word, k.stops, s.since, s.id::bigint as source_id
  from place_standing s join hindrance_kind k on k.kind = s.standing
  union all
  select place.id, place.cvr, k.kind, k.rank, k.word, k.stops, s.since, s.id::bigint
  from place_standing s
  join hindrance_kind k on k.kind = s.standing
  join company_place place on place.cvr = s.cvr and place.kind = 'workplace'
  where s.kind = 'company';
comment on view standing_hindrance is 'Places that a status word keeps from contact. Null: none.';

-- With shared leadership a number carries another company's no only as a sentence: the three judges that know numbers, told alike.
do $$
declare
  v text;
  apart constant text := '(cvr IN (SELECT s.cvr FROM shared_leadership s WHERE s.centre_id = (SELECT app_centre())))';
  numbered constant text := '(m.phone IS NOT NULL) AND m.whole AND';
begin
  v := rtrim(pg_get_viewdef('hindrance_now'::regclass), ';');
  if strpos(v, numbered) = 0 then raise exception 'hindrance_now reads otherwise'; end if;
  execute 'create or replace view hindrance_now with (security_invoker = true) as '
    || replace(v, numbered, numbered || ' (NOT ' || replace(apart, '(cvr', '(place.cvr') || ') AND')
    || ' union all select centre.id, h.company_id, h.cvr, h.kind, h.rank, h.word, h.stops, h.since, h.source_id, null::int, null::timestamptz, null::date
         from standing_hindrance h cross join centre_now centre';

  v := rtrim(pg_get_viewdef('place_judged'::regclass), ';');
  if strpos(v, numbered) = 0 or strpos(v, ' AS hindered') = 0 then raise exception 'place_judged reads otherwise'; end if;
  v := replace(v, numbered, numbered || ' (NOT ' || replace(apart, '(cvr', '(p.cvr') || ') AND');
  v := replace(v, ' AS hindered', ' or exists (select from standing_hindrance h where h.company_id = p.id and ''outreach'' = any(h.stops)) AS hindered');
  execute 'create or replace view place_judged with (security_invoker = true) as ' || v;

  v := rtrim(pg_get_viewdef('place_weighed'::regclass), ';');
  if strpos(v, '(p.id IN ( SELECT n.id') = 0 or strpos(v, 'numbered.rank) AS rank') = 0 then raise exception 'place_weighed reads otherwise'; end if;
  v := replace(v, '(p.id IN ( SELECT n.id', '(NOT ' || replace(apart, '(cvr', '(p.cvr') || ') AND (p.id IN ( SELECT n.id');
  v := replace(v, ' AS hindered', ' or p.id in (select h.company_id from standing_hindrance h where ''outreach'' = any(h.stops)) AS hindered');
  v := replace(v, 'numbered.rank) AS rank', 'case when not ' || replace(apart, '(cvr', '(p.cvr') || ' then numbered.rank end, standing.rank) AS rank');
  execute 'create or replace view place_weighed with (security_invoker = true) as ' || v
    || ' left join (select h.company_id, min(h.rank) as rank from standing_hindrance h where ''outreach'' = any(h.stops) group by h.company_id) standing
         on standing.company_id = p.id';
end $$;

-- A word that changes in the register is a reason to judge anew, as a date is.
create or replace function unsafe_queue_register_changed() returns trigger language plpgsql security definer set search_path to 'public' as $$
begin
  insert into queue_note (centre_id, cvr)
  with changed as materialized (
    select n.id, o.cvr as cvr_before, n.cvr
    from after_rows n join before_rows o on o.id = n.id
    where (n.phone, n.closed_on, n.protected, n.cvr, n.status_text) is distinct from (o.phone, o.closed_on, o.protected, o.cvr, o.status_text)
  )
  select q.centre_id, q.cvr from changed c join queue_row q on q.company_id = c.id
  union
  select q.centre_id, q.cvr from changed c join queue_row q on q.cvr = c.cvr
  union
  select q.centre_id, q.cvr from changed c join queue_row q on q.cvr = c.cvr_before;
  return null;
end $$;
insert into queue_note (centre_id, cvr)
select distinct q.centre_id, q.cvr from queue_row q join company c on c.cvr = q.cvr where standing_of(c.status_text) <> 'alive';
