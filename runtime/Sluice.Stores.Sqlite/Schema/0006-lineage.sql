-- A lineage reaches over tombstones too: what a user deleted is not made again by way of another pairing.
drop index links_live_from_left;
drop index links_live_from_right;
create index links_from_left on links (left_record, right_record) where state < 2;
create index links_from_right on links (right_record, left_record) where state < 2;

-- What a physical record showed at a path when its value was last carried, and which edit that is. A copy has the version
-- of its original.
create table marks (
    record integer not null references records (id),
    path text not null,
    value text not null,
    version integer not null,
    is_copy integer not null,
    primary key (record, path)
) without rowid;

alter table bases add column version integer not null default 0;

alter table intent_values add column version integer not null default 0;
