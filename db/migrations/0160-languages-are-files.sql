-- A language is a file of texts, not a row or a rule here: the contracts know which there are, and one that is gone later is read as the house's own.
alter table person drop constraint person_language_check;
alter table person add constraint person_language_is_a_code check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
