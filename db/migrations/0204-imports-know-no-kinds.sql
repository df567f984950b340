-- Imports know no reader: whoever hands one in names its kind.
alter table import drop constraint import_kind_check;
alter table import add constraint import_kind_check check (kind ~ '^[a-z-]+$');
