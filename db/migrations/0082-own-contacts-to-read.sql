-- What a hearing compares with: a school's own contacts as they stand. Row-level security holds through the view: nobody else's are there.
create view school_contact_now with (security_invoker = true) as
  select centre_id, school_id, id, name, cvr, p_number, phone, email, domain, street, postal_code, town, contact_person, knows, note
  from school_contact
  where replaced_by is null;
comment on view school_contact_now is 'The own school''s contacts. Null: cvr p_number phone email domain street postal_code town contact_person knows note.';
