-- Sign-ins whose tokens are replaced as they are used. States: 0 good, 1 refreshing, 2 refreshing again, 3 reauthorise.
-- The content is sealed before it comes here; its key is kept elsewhere.
create table sign_ins (
    system text not null primary key,
    serial integer not null,
    state integer not null,
    content blob not null,
    reason text not null,
    since integer not null
) without rowid;
