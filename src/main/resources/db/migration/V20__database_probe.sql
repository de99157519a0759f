-- What each monitor writes every second to know that the database still commits; a row for each, overwritten, no fact.
CREATE TABLE database_probe (
    id       uuid        NOT NULL,
    asked_at timestamptz NOT NULL,
    CONSTRAINT database_probe_key PRIMARY KEY (id)
);
