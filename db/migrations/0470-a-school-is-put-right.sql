-- A school added with a slip of the pen could be neither put right nor removed; and where it lies stood nowhere.
alter table school add column address text;

-- A school that was none of ours goes with the invitations to it that were taken back; one that is open, or was answered, keeps it.
create function withdrawn_invitations_go() returns trigger language plpgsql as $$
begin
  delete from invitation where centre_id = old.centre_id and school_id = old.id and withdrawn_at is not null;
  return old;
end $$;
create trigger withdrawn_invitations_go before delete on school for each row execute function withdrawn_invitations_go();
