-- The newest edit that a record ever showed at a path: a late write puts an older one in its place, and what a user types
-- over that is newer all the same.
alter table marks add column newest integer not null default 0;
update marks set newest = version;
