-- Entries whose bodies were to go, and which a legal hold keeps: those behind log_state.pruned that still have one. They
-- are looked at again, and go when no hold keeps them any more.
create table log_held (
    leaf_index bigint primary key
);

-- Whose line a document waits in, by a keyed digest: it may have to stand in the other one of theirs later, when the
-- caller is not there any more. Null in a row of a version that does not tell callers apart.
alter table scheduled_tasks add column line_owner text;

grant select, insert, delete on log_held to reading_room_sequencer;
grant select on legal_hold, retention to reading_room_sequencer;
create policy of_the_log on legal_hold for select to reading_room_sequencer using (true);
create policy of_the_log on retention for select to reading_room_sequencer using (true);
