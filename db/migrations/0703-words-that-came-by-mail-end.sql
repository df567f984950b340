-- Words that came by mail stay beside a report that was sent, or a meeting that was not held, while whoever they are for may still want them; then, and
-- with who has left, they end. The house removes them without reading: that there was one is all it learns.
create function unsafe_end_mailed_words(centre int, before timestamptz) returns void
language plpgsql security definer set search_path = public as $$
begin
  if not app_system() or centre is distinct from app_centre() then return; end if;
  delete from visit_draft_mail w
  where w.centre_id = centre and w.came_at <= before and (
    exists (
      select from booking_ever b
      where b.centre_id = centre and b.id = w.booking_id and least(b.reported_at, b.cancelled_at, b.not_met_at) <= before)
    or not exists (
      select from member_ever m
      where m.centre_id = centre and m.person_id = w.person_id and (m.left_at is null or m.left_at > before)));
end $$;
