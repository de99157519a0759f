-- The day a figure came out, as whoever hands it in says.
ALTER TABLE figure_revision ADD COLUMN published date;
