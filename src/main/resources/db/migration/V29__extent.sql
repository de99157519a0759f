-- A result as it was published without an exact number (超3000亿元), in place of a value.
ALTER TABLE figure_revision ADD COLUMN extent text;
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_extent_is_text CHECK (extent ~ '\S' AND length(extent) <= 2000);
-- missing is not zero: a figure says something, or says that it is not available and why
ALTER TABLE figure_revision DROP CONSTRAINT figure_revision_says_something;
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_says_something CHECK (
    CASE WHEN obs_status IN ('L', 'M')
         THEN value IS NULL AND extent IS NULL AND level IS NULL AND quarter_value IS NULL AND note IS NOT NULL
         ELSE value IS NOT NULL OR extent IS NOT NULL OR level IS NOT NULL OR statement IS NOT NULL END);
-- an exact number is no number without one
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_value_or_extent CHECK (value IS NULL OR extent IS NULL);
