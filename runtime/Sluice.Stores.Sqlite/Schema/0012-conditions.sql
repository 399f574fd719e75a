-- Whether the document's condition lets a counterpart be made for a record, as it was when the record was last looked at.
alter table views add column wanted integer not null default 1;

-- The records that a record names by their keys, at the paths that some pairing asks for.
create table names (
    record integer not null references records (id),
    path text not null,
    entity integer not null references entities (id),
    key text not null,
    primary key (record, path, entity, key)
) without rowid;
create index names_by_named on names (entity, key);
