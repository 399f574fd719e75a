-- The documents as they were when a run ended in which the pairing had an approval: plans are compared with them. Each
-- text stands here once, as long as some pairing was approved with it.
create table documents (
    hash text not null primary key,
    text text not null
) without rowid;

create table approved_documents (
    pairing integer not null references pairings (id),
    name text not null,
    document text not null references documents (hash),
    primary key (pairing, name)
) without rowid;
create index approved_documents_by_document on approved_documents (document);

-- The fingerprint of that time: null where there was none yet, empty where it was not kept.
alter table pairings add column approved_as text;
update pairings set approved_as = ''
where state > 0 or recovered_at is not null
    or exists (select 1 from links l where l.pairing = pairings.id and l.origin <> 3);
