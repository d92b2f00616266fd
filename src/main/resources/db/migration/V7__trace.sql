-- Contraction: a version without traces leaves the column null, which the check lets pass.
-- A task of reading a document carries where the document's trace stands, so that whichever replica takes it goes on
-- with the trace of the upload: W3C's traceparent, random numbers only. Nothing else gets into this column.
alter table scheduled_tasks
    add constraint task_data_is_a_traceparent
    check (encode(task_data, 'escape') ~ '^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
