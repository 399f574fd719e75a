-- Which edit we wrote: where a system shows it late, it is still known to be a copy.
alter table own_writes add column version integer not null default 0;
