-- Of several who have promised a company something, whoever made the first promise was named as the one to ask; it is whose day is nearest.
alter table contact_mark add column due_on date;
-- Nothing that the queue is judged by changes.
alter table contact_mark disable trigger user;
update contact_mark m set due_on = p.due_on from promise p where m.kind = 'promise' and p.centre_id = m.centre_id and p.id = m.source_id;
alter table contact_mark enable trigger user;
