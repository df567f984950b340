-- Who somebody is in the middle of is called by nobody else: a regular contact, what was promised, a need that nobody has answered.
insert into hindrance_kind (kind, rank, stops, word) values
  ('regular-contact', 45, '{outreach}', 'running'),
  ('promise', 46, '{outreach}', 'running'),
  ('open-need', 47, '{outreach}', 'running');
