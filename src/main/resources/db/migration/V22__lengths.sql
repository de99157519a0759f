-- Texts of figures and decisions are as long as the reader of every door takes them; what is there is not looked at again.
ALTER TABLE submission ADD CONSTRAINT submission_reason_is_short CHECK (length(reason) <= 2000) NOT VALID;
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_origin_is_short CHECK (length(origin) <= 2000) NOT VALID;
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_note_is_short CHECK (length(note) <= 2000) NOT VALID;
ALTER TABLE figure_review ADD CONSTRAINT figure_review_reason_is_short CHECK (length(reason) <= 2000) NOT VALID;

-- What is typed may be too long, which is said beside it: a draft keeps it as it is.
ALTER TABLE draft_field DROP CONSTRAINT draft_field_is_short;
ALTER TABLE draft_field ADD CONSTRAINT draft_field_is_short CHECK (length(typed) <= 4000);
