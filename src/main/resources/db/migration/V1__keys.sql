-- The data key of each document, wrapped by a key-encryption key that is not in this database. Erasing a document
-- destroys its wrapped key and keeps the row, so that it stays known that there was a document and when it went.
create table document_key (
    document     uuid        primary key,
    tenant       text        not null,
    kek_id       text        not null,
    wrapped_key  bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    constraint key_is_held_or_destroyed check ((wrapped_key is null) = (destroyed_at is not null))
);

-- Keys of the service's own keyed digests, wrapped in the same way: they outlive a change of the key-encryption key.
create table digest_key (
    purpose     text        primary key,
    kek_id      text        not null,
    wrapped_key bytea       not null,
    created_at  timestamptz not null
);
