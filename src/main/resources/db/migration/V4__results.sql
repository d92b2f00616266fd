-- What the room "result" keeps of a document: its text and its analysis, as ciphertext under the document's own key.
create table kept_result (
    document uuid not null,
    purpose text not null check (purpose in ('text', 'analysis')),
    sealed bytea not null,
    primary key (document, purpose)
);
