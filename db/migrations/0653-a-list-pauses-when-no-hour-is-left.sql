-- A list pauses when nobody has an hour left in the weeks that are promised, whatever the numbers leave: reckoned where the weeks are judged, and of a call no more is kept than fits.
alter table list_pause drop constraint list_pause_reason_check;
alter table list_pause add constraint list_pause_reason_check check (reason in ('full', 'away', 'left', 'no-time'));
-- So many meetings the hours of the week hold, those that are booked counted: one that is booked makes room for no other call. Judged anew each minute.
alter table list_place add column fits int not null default 60 check (fits > 0);
alter table list_place alter column fits drop default;
drop function capacity_room(int, int[], date, int, text);
create function capacity_room(centre int, people int[], first_week date, weeks int, of_form text)
returns table (person_id int, week_on date, school_id int, school_counts boolean, booked int, kept int, has_room boolean) language sql stable as $$
  select w.person_id, w.week_on, w.school_id, w.school_meetings is not null or f.school_most is not null, w.booked, w.kept,
    (w.meetings is null or w.booked + w.kept < w.meetings) and (w.school_meetings is null or w.school_taken < w.school_meetings)
      and (f.most is null or f.booked + f.kept < f.most) and (f.school_most is null or f.school_taken < f.school_most)
  from capacity_weeks(centre, people, first_week, weeks, null, null) w
  left join capacity_forms(centre, people, first_week, weeks, of_form, null, null) f on f.person_id = w.person_id and f.week_on = w.week_on
$$;
do $$
declare
  change record;
  was text;
begin
  for change in select * from (values
    ('select p.person_id, p.week_on, w.school_id', 'select p.person_id, p.week_on, p.fits, w.school_id'),
    ('p.list_id = list and w.has_room', 'p.list_id = list and w.has_room and w.booked + w.kept < p.fits'),
    ('select w.has_room into found_room', 'select w.has_room and w.booked + w.kept < place.fits into found_room')
  ) c (find, put) loop
    was := pg_get_functiondef('reserve_meeting(int, int, int, timestamptz)'::regprocedure);
    if length(was) - length(replace(was, change.find, '')) <> length(change.find) then
      raise exception 'reserve_meeting reads otherwise: %', change.find;
    end if;
    execute replace(was, change.find, change.put);
  end loop;
end $$;
