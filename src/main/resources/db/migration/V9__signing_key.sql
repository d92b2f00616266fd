-- The key pairs that sign what the service states about itself. The private half is wrapped by the key-encryption key.
create table signing_key (
    purpose text primary key,
    kek_id text not null,
    wrapped_key bytea not null,
    public_key bytea not null,
    created_at timestamptz not null
);
