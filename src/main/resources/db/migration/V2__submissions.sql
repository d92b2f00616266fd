-- What was handed in. The file's name is not kept. What could lead back to the content goes when the document is
-- erased: the digest and the submitter's reference.
create table submission (
    id                  uuid        primary key,
    tenant              text        not null,
    digest              bytea,
    media_type          text        not null,
    bytes               bigint      not null check (bytes > 0),
    language            text,
    profile             text        not null,
    source_id           text,
    received_at         timestamptz not null,
    erased_at           timestamptz,
    -- Keyed digests: of the Idempotency-Key, and of what was sent under it.
    request_key         bytea,
    request_fingerprint bytea,
    constraint digest_is_held_or_erased check ((digest is null) = (erased_at is not null)),
    constraint request_key_has_fingerprint check ((request_key is null) = (request_fingerprint is null))
);

create unique index submission_request_key on submission (tenant, request_key);
create index submission_listing on submission (tenant, received_at, id);
create index submission_source on submission (tenant, source_id) where source_id is not null;

-- The document's bytes, sealed, in rows that fit in memory.
create table submission_segment (
    document uuid    not null references submission (id),
    position integer not null,
    bytes    bytea   not null check (length(bytes) <= 1048576),
    primary key (document, position)
);
-- Sealed bytes do not compress.
alter table submission_segment alter column bytes set storage external;
