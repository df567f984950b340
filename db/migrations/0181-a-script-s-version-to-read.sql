-- Scripts have a room of their own: calls read by a view which version of a script was said.
create view script_version with (security_invoker = true) as
  select centre_id, id, list_id, version, written_at from script;
comment on view script_version is 'Versions of what the callers say. Null: none.';
