-- What part of its whole the year before a plan's had reached by each period: what the outlook on the rest of the year needs where
-- the levels of the year before are not in the monitor. Appended like every fact; a correction is a new revision with a reason.
CREATE TABLE base_share (
    plan_id      text        NOT NULL,
    indicator    text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    revision     integer     NOT NULL,
    share        numeric     NOT NULL,
    origin       text        NOT NULL,
    reason       text,
    author       text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    known_from   timestamptz NOT NULL,
    -- the second of two writers fails; also serves the reading of a plan's shares
    CONSTRAINT base_share_key PRIMARY KEY (plan_id, indicator, period_start, period_end, revision),
    -- of an indicator of the plan
    CONSTRAINT base_share_of_target FOREIGN KEY (plan_id, indicator) REFERENCES target (plan_id, indicator),
    -- periods are half-open
    CONSTRAINT base_share_period_is_a_range CHECK (period_start < period_end),
    -- revisions have no holes that could hide one
    CONSTRAINT base_share_counts_from_1 CHECK (revision >= 1),
    -- a part of the year: nothing and the whole are none
    CONSTRAINT base_share_is_a_part CHECK (share > 0 AND share < 1),
    -- a correction is never silent
    CONSTRAINT base_share_correction_has_reason CHECK (revision = 1 OR reason IS NOT NULL),
    -- said in words that fit a page
    CONSTRAINT base_share_words CHECK (
        length(btrim(origin)) BETWEEN 1 AND 2000 AND length(btrim(reason)) BETWEEN 1 AND 500),
    -- an as-of view must not show what nobody could know then
    CONSTRAINT base_share_not_known_before_recorded CHECK (known_from <= recorded_at)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON base_share FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON base_share FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
