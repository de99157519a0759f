-- Key tasks are reported as percent done with a sentence, commitments by a sentence alone; either may have a link to evidence.
ALTER TABLE figure_revision ADD COLUMN statement text;
ALTER TABLE figure_revision ADD COLUMN evidence text;

-- missing is not zero: a figure says something, in numbers or words, or says that it is not available and why
ALTER TABLE figure_revision DROP CONSTRAINT figure_revision_says_something;
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_says_something CHECK (
    CASE WHEN obs_status IN ('L', 'M')
         THEN value IS NULL AND level IS NULL AND quarter_value IS NULL AND note IS NOT NULL
         ELSE value IS NOT NULL OR level IS NOT NULL OR statement IS NOT NULL END);
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_statement_is_text
    CHECK (statement ~ '\S' AND length(statement) <= 2000);
-- pages make a link of it
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_evidence_is_a_link
    CHECK (evidence ~ '^https?://[^[:space:]]+$' AND length(evidence) <= 2000);
