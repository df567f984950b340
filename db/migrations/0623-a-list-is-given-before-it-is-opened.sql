-- Who chooses what may be done with a list asks one view, whatever its state: whether only who visits calls it stands there too.
create or replace view list_now with (security_invoker = true) as
  select l.centre_id, l.id, l.name, l.goal, l.made_by, l.made_at, d.drawn_at, h.hearing_id, h.deadline, h.ended_at as hearing_ended_at,
         o.opened_at, k.closed_at,
         case when k.list_id is not null then 'closed' when o.list_id is not null then 'calling' when h.list_id is not null then 'in-hearing'
              when d.list_id is not null then 'drawn' else 'draft' end as state,
         l.by_visitors
  from contact_list l
  left join draw d on d.centre_id = l.centre_id and d.list_id = l.id
  left join list_hearing h on h.centre_id = l.centre_id and h.list_id = l.id
  left join list_opening o on o.centre_id = l.centre_id and o.list_id = l.id
  left join list_closing k on k.centre_id = l.centre_id and k.list_id = l.id;
comment on view list_now is 'A list, its state (draft, drawn, in-hearing, calling, closed) and since when. Null: drawn_at hearing_id deadline hearing_ended_at opened_at closed_at.';
