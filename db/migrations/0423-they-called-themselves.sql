-- "De ringede selv": whoever has them on the phone answers them, and nobody else is sent for.
alter table enquiry drop constraint enquiry_routed_by_check,
  add constraint enquiry_routed_by_check check (routed_by in ('regular-contact', 'wanted-school', 'field', 'centre', 'self'));
