-- Which slots of a model server are in use, so that all replicas together send it as many prompts as it has slots. A
-- replica that dies is not asked to give back: what it held expires.
create table model_lease (
    server text not null,
    slot integer not null,
    holder uuid not null,
    expires_at timestamptz not null,
    primary key (server, slot)
);

-- How many documents are not read yet is asked with every upload.
create index journey_under_way on journey (state) where state in ('RECEIVED', 'EXTRACTING', 'READING');
