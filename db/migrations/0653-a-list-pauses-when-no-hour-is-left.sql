-- A list pauses when nobody has an hour left in the weeks that are promised, whatever the numbers leave: reckoned where the weeks are judged, and of a call no more is kept than fits.
alter table list_pause drop constraint list_pause_reason_check;
alter table list_pause add constraint list_pause_reason_check check (reason in ('full', 'away', 'left', 'no-time'));
-- So many meetings still fit into the week, one after another. Judged anew each minute.
alter table list_place add column fits int not null default 60 check (fits > 0);
alter table list_place alter column fits drop default;
do $$
declare
  change record;
  was text;
begin
  for change in select * from (values
    ('select p.person_id, p.week_on, w.school_id', 'select p.person_id, p.week_on, p.fits, w.school_id'),
    ('p.list_id = list and w.has_room', 'p.list_id = list and w.has_room and w.kept < p.fits'),
    ('select w.has_room into found_room', 'select w.has_room and w.kept < place.fits into found_room')
  ) c (find, put) loop
    was := pg_get_functiondef('reserve_meeting(int, int, int, timestamptz)'::regprocedure);
    if length(was) - length(replace(was, change.find, '')) <> length(change.find) then
      raise exception 'reserve_meeting reads otherwise: %', change.find;
    end if;
    execute replace(was, change.find, change.put);
  end loop;
end $$;
