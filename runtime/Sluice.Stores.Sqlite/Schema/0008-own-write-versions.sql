-- Which edit we wrote: where a system shows it late, it is still known to be a copy. A late one is not known to have
-- arrived, and may yet.
alter table own_writes add column version integer not null default 0;
alter table own_writes add column late integer not null default 0;
