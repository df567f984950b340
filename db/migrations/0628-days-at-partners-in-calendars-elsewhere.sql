-- A calendar elsewhere that follows one's own feed gives these back: by their numbers they are known as ours.
alter table presence_day add column uid text not null default gen_random_uuid()::text || '@tovholder';
alter table joint_visit add column uid text not null default gen_random_uuid()::text || '@tovholder';
create unique index presence_day_uid on presence_day (centre_id, uid);
create unique index joint_visit_uid on joint_visit (centre_id, uid);
