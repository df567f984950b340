-- What will be said in another language on the lists that a campaign makes: of the script as it stood when it was translated.
create table campaign_translation (
  centre_id int not null references centre (id),
  campaign_id int not null,
  language text not null check (language ~ '^[a-z]{3}$' and language <> 'dan'),
  body text not null check (length(body) between 1 and 12000),
  of_script text not null check (length(of_script) between 1 and 12000),
  written_by int references person (id),
  written_at timestamptz not null,
  primary key (centre_id, campaign_id, language),
  foreign key (centre_id, campaign_id) references campaign (centre_id, id)
);
create index campaign_translation_by on campaign_translation (written_by);
call of_centre('campaign_translation');
