-- What only its writer reads is read by nobody once he has left: it goes as his access ends, unread. That there was any is not told either.
create function unsafe_leavers_notes_go(centre int, person int) returns void
language plpgsql security definer set search_path = public as $$
begin
  if centre is distinct from app_centre() or exists (select from member_now m where m.centre_id = centre and m.person_id = person) then return; end if;
  update company_note n set words = '', removed_at = app_now()
  where n.centre_id = centre and n.person_id = person and n.visibility = 'personal' and n.removed_at is null;
end $$;

create function unsafe_leavers_drafts_go(centre int, person int) returns void
language plpgsql security definer set search_path = public as $$
begin
  if centre is distinct from app_centre() or exists (select from member_now m where m.centre_id = centre and m.person_id = person) then return; end if;
  delete from visit_draft d where d.centre_id = centre and d.person_id = person;
end $$;
