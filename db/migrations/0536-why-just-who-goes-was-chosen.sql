-- Why just this one goes, though the own field has nothing to do with the company: asked when it is agreed, and kept.
alter table booking add column chosen_why text;
