-- What was asked at a visit, in the words of the version it was made with.
create table visit_asked (
  centre_id int not null references centre (id),
  visit_id int not null,
  -- Null: the house's own guide, which nobody had written anew.
  guide_id int,
  -- In the order of the talk: words, and what came of asking (told, unknown, or no more than asked).
  questions jsonb not null,
  primary key (centre_id, visit_id),
  foreign key (centre_id, visit_id) references visit (centre_id, id),
  foreign key (centre_id, guide_id) references guide (centre_id, id)
);
create index visit_asked_guide on visit_asked (centre_id, guide_id);
call of_centre('visit_asked');
