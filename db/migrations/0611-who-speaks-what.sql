-- The shared queue asked Danish of every caller and every company. Danish stands nowhere: everybody has it.
create view visitor_language with (security_invoker = true) as
  select t.centre_id, t.person_id, l.language from visitor_trades t cross join lateral unnest(t.languages) l (language);
comment on view visitor_language is 'Languages of those who visit, as they said them. Null: none.';

-- What a caller speaks beside Danish; who visits has said it with his field.
create table caller_language (
  centre_id int not null references centre (id),
  person_id int not null references person (id),
  language text not null check (language ~ '^[a-z]{3}$' and language <> 'dan'),
  said_by int references person (id),
  said_at timestamptz not null,
  primary key (centre_id, person_id, language)
);
create index caller_language_person on caller_language (person_id);
create index caller_language_said_by on caller_language (said_by);
call of_centre('caller_language');

-- Who calls, and whether he visits too: roles as `centre/roles.ts` has them.
create view caller_now with (security_invoker = true) as
  select m.centre_id, m.person_id, m.name, m.role in ('coordinator', 'consultant') as visits from member_now m
  where m.role in ('coordinator', 'consultant', 'caller');
comment on view caller_now is 'Who calls companies now, and whether he visits them too. Null: none.';

-- Said as a caller it holds while one does nothing but call, said with one's field while one visits: each can be taken back where it holds.
create view caller_speaks with (security_invoker = true) as
  select m.centre_id, m.person_id, c.language from caller_now m
  join caller_language c on c.centre_id = m.centre_id and c.person_id = m.person_id
  where not m.visits
  union all
  select m.centre_id, m.person_id, v.language from caller_now m
  join visitor_language v on v.centre_id = m.centre_id and v.person_id = m.person_id
  where m.visits;
comment on view caller_speaks is 'Languages in which people call, beside Danish. Null: none.';

-- Who answers the phone there does not speak Danish. What is said of one counts for whoever answers together with it.
create table company_language (
  centre_id int not null references centre (id),
  id int generated always as identity,
  company_id int not null references company_known (id),
  cvr text not null,
  language text not null check (language ~ '^[a-z]{3}$' and language <> 'dan'),
  said_by int references person (id),
  said_at timestamptz not null,
  ended_at timestamptz,
  ended_by int references person (id),
  primary key (centre_id, id)
);
create unique index company_language_now_of on company_language (centre_id, company_id) where ended_at is null;
create index company_language_cvr on company_language (centre_id, cvr) where ended_at is null;
create index company_language_company on company_language (company_id);
create index company_language_said_by on company_language (said_by);
create index company_language_ended_by on company_language (ended_by);
call of_centre('company_language');

-- Of several said before workplaces came to answer together, the newest holds.
create view company_language_now with (security_invoker = true) as
  select l.centre_id, l.id, l.company_id, l.cvr, l.language, l.said_by, l.said_at from company_language l
  where l.ended_at is null
    and (not exists (
           select from company_language n where n.centre_id = l.centre_id and n.cvr = l.cvr and n.ended_at is null and n.id > l.id)
         or l.cvr in (select s.cvr from shared_leadership s where s.centre_id = (select app_centre())));
comment on view company_language_now is 'Companies that are called in another language than Danish. Null: said_by.';

create view other_tongue with (security_invoker = true) as
  select l.centre_id, l.company_id, l.cvr, l.language from company_language_now l
  where l.language not in (
    select s.language from caller_speaks s where s.centre_id = (select app_centre()) and s.person_id = (select app_person()));
comment on view other_tongue is 'Companies that are called in a language that who asks does not speak. Null: none.';
