-- What the application's role may do. Run after the migrations, at every start; {app} is the role's name.
grant usage on schema public to {app};
grant select, insert, update, delete on all tables in schema public to {app};
grant usage on all sequences in schema public to {app};
grant execute on all functions in schema public to {app};
-- A trail that can be changed is no trail; and the migrations are not the application's business.
revoke update, delete, truncate on event, draw, list_opening, call, call_correction from {app};
-- But a draw may be taken back until somebody is asked about it: from then on keys hold it.
grant delete on draw to {app};
-- And that who was spoken with may wish to be forgotten.
grant update (spoke_with) on call to {app};
revoke insert, update, delete on kysely_migration, kysely_migration_lock from {app};
-- No policy lets anyone do these: what a file held, why a row was refused and who asked whom into a circle stands; a strike is undone, never removed.
revoke update on file_piece, file_original, import_error, circle_asked from {app};
revoke delete on strike from {app};
-- A centre is made through unsafe_make_centre only.
revoke insert, delete on centre from {app};
-- The templates belong to migrations.
revoke execute on all procedures in schema public from public, {app};
-- What each kind of hindrance stops is the product's, not a user's.
revoke insert, update, delete on hindrance_kind from {app};
