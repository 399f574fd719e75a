-- Paths that nearly all records of an entity showed. What no record shows since lost_at is no longer told to our account.
create table shown_paths (
    entity integer not null references entities (id),
    path text not null,
    lost_at integer,
    primary key (entity, path)
) without rowid;
