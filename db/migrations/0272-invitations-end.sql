-- An invitation can be withdrawn, and of one address only the newest is open: an older one let someone back in who had left.
alter table invitation add withdrawn_at timestamptz;
alter table invitation add withdrawn_by int references person (id);
-- What is open beside a newer one, or to someone who came and left since, is over.
update invitation i set withdrawn_at = app_now()
where i.accepted_at is null
  and (exists (select from invitation n where n.centre_id = i.centre_id and n.email = i.email and n.accepted_at is null and n.id > i.id)
       or exists (select from person p join membership m on m.person_id = p.id
                  where m.centre_id = i.centre_id and p.email = i.email and (m.left_at is null or m.left_at >= i.invited_at)));
create unique index invitation_one_open on invitation (centre_id, email) where accepted_at is null and withdrawn_at is null;
