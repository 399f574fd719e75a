-- Links get a state 3: ended. One side went, the other is on its own.
create index links_ended_by_left on links (pairing, left_key) where state = 3;
create index links_ended_by_right on links (pairing, right_key) where state = 3;

-- Records that were linked before a listing showed them can be missed by a listing too.
create index records_unseen on records (entity) where hash is null and gone = 0;

-- What a create sent, and whether it sent what another one had sent before its own record was first seen.
alter table intents add column deletes integer not null default 0;
alter table intents add column content text;
alter table intents add column copy integer not null default 0;
create index intents_by_content on intents (pairing, content) where content is not null;
create index intents_copies on intents (pairing, at) where copy = 1;

alter table plans add column breaker integer not null default 0;

-- Pairings that withhold changes until a person approves them, and the plans that were approved since.
create table breakers (
    pairing integer not null primary key references pairings (id),
    since integer not null,
    reason text not null,
    plan text not null
);

create table breaker_approvals (
    pairing integer not null references pairings (id),
    plan text not null references plans (hash),
    primary key (pairing, plan)
) without rowid;
