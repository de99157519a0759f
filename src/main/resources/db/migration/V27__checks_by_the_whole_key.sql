-- While the tables had no statistics, the check that a revision, or a reminder, is there went through an index that begins with
-- the plan as the key does and goes on otherwise: every review of a plan's figures then looked at all of that plan's.
DROP INDEX figure_revision_by_submission;
CREATE INDEX figure_revision_by_submission ON figure_revision (submission_id, plan_id);
DROP INDEX reminder_by_department;
CREATE INDEX reminder_by_department ON reminder (department, plan_id, period_start, period_end);
ALTER TABLE reminder DROP CONSTRAINT reminder_is_made_once, ADD CONSTRAINT reminder_is_made_once UNIQUE (once, plan_id);
