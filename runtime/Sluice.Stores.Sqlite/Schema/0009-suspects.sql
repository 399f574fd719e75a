-- Records of which a person was asked whether a lost create made them: edited once more, they resemble nothing any more.
create table suspects (
    intent integer not null references intents (id),
    key text not null,
    primary key (intent, key)
) without rowid;
