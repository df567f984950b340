-- What is said in another language than Danish: of one version of a list's script, in versions of its own. No body: there is none from then on.
create table script_translation (
  centre_id int not null references centre (id),
  id int generated always as identity,
  list_id int not null,
  language text not null check (language ~ '^[a-z]{3}$' and language <> 'dan'),
  version int not null,
  script_id int not null,
  body text check (length(body) between 1 and 12000),
  written_by int references person (id),
  written_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, list_id, language, version),
  foreign key (centre_id, list_id) references contact_list (centre_id, id),
  foreign key (centre_id, script_id) references script (centre_id, id)
);
create index script_translation_of on script_translation (centre_id, script_id);
create index script_translation_by on script_translation (written_by);
call of_centre('script_translation');
