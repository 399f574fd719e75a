-- Times are UTC ticks of 100 ns. Sides are 0 (left) and 1 (right). Text compares to the letter (BINARY).
-- Numbers of enumerations (states, kinds, origins) are those of Sluice.Abstractions.

create table store (
    id integer primary key check (id = 1),
    epoch integer not null,
    extraction integer not null
);
insert into store (id, epoch, extraction) values (1, 0, 0);

create table accounts (
    system text not null primary key,
    account text not null,
    name text not null,
    bound_at integer not null
) without rowid;

create table entities (
    id integer primary key,
    system text not null,
    name text not null,
    unique (system, name)
);

-- How far the enumeration of an entity is: the newest one opened, and when the last complete one began.
create table cursors (
    entity integer not null primary key references entities (id),
    extraction integer not null,
    started_at integer not null,
    complete_from integer,
    complete_at integer
);

create table pairings (
    id integer primary key,
    name text not null unique,
    left_entity integer references entities (id),
    right_entity integer references entities (id),
    fingerprint text,
    state integer not null default 0,
    approved_plan text,
    changed_at integer
);
create index pairings_by_left on pairings (left_entity);
create index pairings_by_right on pairings (right_entity);

-- Every record that was seen or linked, numbered by first sight: neighbours in a listing are neighbours on disk.
-- The hash is null until it was seen. The identity is the physical record; null where that is the row itself.
create table records (
    id integer primary key,
    entity integer not null references entities (id),
    key text not null,
    identity integer references records (id),
    hash text,
    in_scope integer not null default 1,
    gone integer not null default 0,
    first_seen_at integer,
    seen_at integer,
    unique (entity, key)
);
create index records_present on records (entity) where hash is not null and gone = 0;

create table views (
    pairing integer not null references pairings (id),
    side integer not null,
    record integer not null references records (id),
    in_scope integer not null,
    primary key (pairing, side, record)
) without rowid;
create index views_by_record on views (record);

create table match_keys (
    pairing integer not null references pairings (id),
    side integer not null,
    rule integer not null,
    key text not null,
    record integer not null references records (id),
    primary key (pairing, side, rule, key, record)
) without rowid;
create index match_keys_by_record on match_keys (record);

-- States: 0 live, 1 tombstone, 2 negative. A key has at most one live or tombstone link in a pairing, but may have any
-- number of negative ones.
create table links (
    id integer primary key,
    pairing integer not null references pairings (id),
    left_key text not null,
    right_key text not null,
    left_record integer not null references records (id),
    right_record integer not null references records (id),
    state integer not null,
    origin integer not null,
    line integer not null,
    dirty integer not null,
    changed_at integer not null
);
create unique index links_by_left on links (pairing, left_key) where state < 2;
create unique index links_by_right on links (pairing, right_key) where state < 2;
create unique index links_negative on links (pairing, left_key, right_key) where state = 2;
create index links_negative_by_right on links (pairing, right_key) where state = 2;
create index links_by_pairing on links (pairing);
create index links_dirty on links (pairing) where state < 2 and dirty = 1;
create index links_live_from_left on links (left_record, right_record) where state = 0;
create index links_live_from_right on links (right_record, left_record) where state = 0;

create table bases (
    link integer not null references links (id),
    field text not null,
    left_value text not null,
    right_value text not null,
    mapping text not null,
    primary key (link, field)
) without rowid;

-- States: 0 open, 1 unknown, 2 done, 3 not done. The first two are not settled.
create table intents (
    id integer primary key,
    run integer not null,
    pairing integer not null references pairings (id),
    side integer not null,
    origin_key text not null,
    target_key text,
    body text not null,
    at integer not null,
    state integer not null,
    reason text,
    settled_at integer
);
create index intents_open on intents (pairing) where state < 2;

create table intent_values (
    intent integer not null references intents (id),
    field text not null,
    value text not null,
    primary key (intent, field)
) without rowid;

create table review (
    pairing integer not null references pairings (id),
    side integer not null,
    key text not null,
    number integer not null,
    kind integer not null,
    reason text not null,
    line integer not null,
    since integer not null,
    basis text not null,
    primary key (pairing, side, key, number)
) without rowid;

create table history (
    id integer primary key,
    run integer not null,
    pairing integer not null references pairings (id),
    left_key text not null,
    right_key text not null,
    written integer not null,
    field text not null,
    old_value text not null,
    new_value text not null,
    rule text not null,
    line integer not null,
    at integer not null
);
create index history_by_left on history (pairing, left_key);
create index history_by_right on history (pairing, right_key);
create index history_by_run on history (run);

create table plans (
    hash text not null primary key,
    at integer not null
) without rowid;

create table plan_pairings (
    plan text not null references plans (hash),
    pairing text not null,
    fingerprint text not null,
    primary key (plan, pairing)
) without rowid;

create table plan_operations (
    plan text not null references plans (hash),
    pairing text not null,
    operation text not null,
    number integer not null,
    primary key (plan, pairing, operation)
) without rowid;
create index plan_operations_in_order on plan_operations (plan, number);

-- Decisions that any process leaves and the owner applies.
create table inbox (
    id integer primary key,
    plan text not null,
    at integer not null,
    applied_at integer
);
create index inbox_waiting on inbox (id) where applied_at is null;

create table runs (
    id integer primary key,
    started_at integer not null,
    ended_at integer,
    report text
);
create index runs_ended on runs (id) where ended_at is not null;
