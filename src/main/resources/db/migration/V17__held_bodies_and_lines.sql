-- Entries whose bodies were to go, and which a legal hold keeps: those behind log_state.pruned that still have one. They
-- are looked at again, and go when no hold keeps them any more.
create table log_held (
    leaf_index bigint primary key
);
