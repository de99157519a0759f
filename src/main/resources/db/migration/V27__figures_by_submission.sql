-- While the tables had no statistics, the check that a revision exists went through this index, since it began with the
-- plan as the key does: every review of a plan's figures then looked at all of that plan's.
DROP INDEX figure_revision_by_submission;
CREATE INDEX figure_revision_by_submission ON figure_revision (submission_id, plan_id);
