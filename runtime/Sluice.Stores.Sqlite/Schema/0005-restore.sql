-- Runs and intents are counted: whoever has seen a later step knows that this file is older.
alter table store add column step integer not null default 0;

-- Each time the file was found to be older than what was done with it. Until a run ended after that, pairings that are
-- not known yet may have been at work in the time that was lost.
create table restores (
    id integer primary key,
    stored_until integer,
    ran_until integer not null,
    is_open integer not null default 1
);
alter table pairings add column restore integer references restores (id);
alter table pairings add column recovered_at integer;

-- Links whose bases may be older than what both sides agreed on in the time that was lost.
alter table links add column restored integer not null default 0;
create index links_restored on links (pairing) where restored = 1;
