-- A lineage reaches over tombstones too: what a user deleted is not made again by way of another pairing.
drop index links_live_from_left;
drop index links_live_from_right;
create index links_from_left on links (left_record, right_record) where state < 2;
create index links_from_right on links (right_record, left_record) where state < 2;

-- What this tool last wrote into a physical record: a value that is still there is nobody's edit.
create table echoes (
    record integer not null references records (id),
    path text not null,
    value text not null,
    primary key (record, path)
) without rowid;
