-- How long a document is kept, and whom and what it is about: digests by a key of the tenant's own. It goes with the
-- document.
create table retention (
    document uuid primary key,
    tenant text not null,
    class text,
    due_at timestamptz,
    subject bytea,
    matter bytea,
    constraint class_has_due_date check ((class is null) = (due_at is null))
);

create index retention_by_due on retention (due_at) where due_at is not null;
create index retention_by_subject on retention (tenant, subject) where subject is not null;
create index retention_by_matter on retention (tenant, matter) where matter is not null;

-- Legal holds. Who set and who released one stands here as it does in the register, by a pseudonym.
create table legal_hold (
    id uuid primary key,
    tenant text not null,
    reason text not null,
    kind text not null check (kind in ('document', 'subject', 'matter')),
    document uuid,
    reference bytea,
    set_by text not null,
    set_at timestamptz not null,
    released_by text,
    released_at timestamptz,
    constraint target_is_one check (
        (kind = 'document') = (document is not null) and (kind = 'document') = (reference is null)),
    constraint released_by_another check (released_by <> set_by),
    constraint release_has_time check ((released_by is null) = (released_at is null))
);

create index legal_hold_in_force on legal_hold (tenant, kind) where released_at is null;

-- What went with a document, for its receipt: counts and stable words.
create table erasure (
    document uuid primary key,
    tenant text not null,
    cause text not null,
    erased_at timestamptz not null,
    kek_id text not null,
    retention_class text,
    released jsonb not null
);

-- Recurring work that one replica does for all: the one that moves the time takes the turn.
create table recurring_turn (
    work text primary key,
    next_at timestamptz not null
);

-- Which keys a key-encryption key still wraps is asked with every scrape.
create index document_key_by_kek on document_key (kek_id, document) where wrapped_key is not null;
