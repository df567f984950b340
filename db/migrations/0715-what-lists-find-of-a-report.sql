-- What a list finds of a report, kept as it is written: the words by their Danish stems, without what no list names (dyslexia teaching); and which
-- needs and topics may stand there at all.
alter table visit add sought tsvector not null default '';
alter table visit_need add in_lists boolean not null default true;
alter table visit_topic add in_lists boolean not null default true;

update visit_topic set in_lists = false where topic = 'obu';
update visit_need set in_lists = false where education = 'obu' or words ~* 'ordblind|dyslek|dyslex|\yOBU\y';
update visit v set sought = to_tsvector('danish',
    regexp_replace(v.about, '[^.!?\n]*(ordblind|dyslek|dyslex|\yOBU\y)[^.!?\n]*[.!?\n]*', '', 'gi')
    || coalesce((select string_agg(E'\n' || n.words, '') from visit_need n where n.centre_id = v.centre_id and n.visit_id = v.id and n.in_lists), ''));

create index visit_newest on visit (centre_id, visited_at desc, id desc);
-- What has come since somebody looked: few of many.
create index visit_freshest on visit (centre_id, reported_at);

create view visit_read with (security_invoker = true) as
select centre_id, id, booking_id, company_id, cvr, person_id, visited_at, reported_at, municipality, industry, employees, about, sought
from visit;
comment on view visit_read is 'Reports as all schools read them; municipality, industry and employees as they were then. Null: booking_id municipality industry employees.';

create view need_in_lists with (security_invoker = true) as
select centre_id, id, visit_id, words, education, soon, outcome from visit_need where in_lists;
comment on view need_in_lists is 'What reports found that companies need, as a list may name it. Null: education outcome.';

create view topic_in_lists with (security_invoker = true) as
select centre_id, visit_id, topic from visit_topic where in_lists;
comment on view topic_in_lists is 'What visits were about, as a list may name it. Null: none.';
