-- The document that a change of targets rests on: its name and number, and its date. Null where a change rests on none, as every
-- change before this column was there; what was sealed then is unchanged, since a seal holds these columns only where they are
-- filled.
ALTER TABLE plan_revision ADD COLUMN document text;
ALTER TABLE plan_revision ADD COLUMN document_date date;
ALTER TABLE plan_revision ADD CONSTRAINT plan_revision_date_is_of_a_document CHECK (document_date IS NULL OR document IS NOT NULL);
ALTER TABLE target_revision ADD COLUMN document text;
ALTER TABLE target_revision ADD COLUMN document_date date;
ALTER TABLE target_revision ADD CONSTRAINT target_revision_date_is_of_a_document CHECK (document_date IS NULL OR document IS NOT NULL);
