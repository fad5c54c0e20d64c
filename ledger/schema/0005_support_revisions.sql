-- That a department supports a task can be taken back, as anything else that was recorded wrongly: by a new revision.
-- What an earlier version recorded is revision 1 and supports.

ALTER TABLE ledger.task_support
  ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1),
  ADD COLUMN supports boolean NOT NULL DEFAULT true,
  DROP CONSTRAINT task_support_pkey,
  ADD CONSTRAINT task_support_pkey PRIMARY KEY (unit_id, task_id, department_id, revision);
COMMENT ON TABLE ledger.task_support IS 'The responsibility list: departments that support a task beside the lead. Of several revisions the highest counts, for all days: it corrects what was recorded.';
COMMENT ON COLUMN ledger.task_support.supports IS 'False where this revision takes the department back from the list.';
