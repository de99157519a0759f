-- Who did what, from where, and how it ended: sign-ins and failures, submissions, reviews, plan and account changes, exports.
-- Appended, never changed.
CREATE TABLE audit_event (
    event_id    uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor       text        NOT NULL,
    action      text        NOT NULL,
    succeeded   boolean     NOT NULL,
    -- what it was done to: a submission's id, an account, an indicator
    subject     text,
    plan_id     text,
    detail      text,
    address     text,
    CONSTRAINT audit_event_key PRIMARY KEY (event_id)
);

-- The audit page reads the newest first.
CREATE INDEX audit_event_by_time ON audit_event (recorded_at, event_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
