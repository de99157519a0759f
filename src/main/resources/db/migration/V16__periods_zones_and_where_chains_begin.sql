-- What no reader understands is refused here, too: whoever writes past the monitor must not be able to leave a row that nobody
-- can read. Rows that are there already are not looked at (NOT VALID): a migration must not fail on them, and the verification
-- names what was changed.

-- A year, half-year, quarter or month, half-open, as the monitor reads periods.
CREATE FUNCTION is_period(first date, after date) RETURNS boolean LANGUAGE sql IMMUTABLE AS
$$
SELECT CASE WHEN isfinite(first) AND isfinite(after) THEN
    extract(year FROM first) BETWEEN 1900 AND 2999 AND extract(day FROM first) = 1 AND (
        after = first + interval '1 month'
        OR after = first + interval '3 months' AND extract(month FROM first) IN (1, 4, 7, 10)
        OR after = first + interval '6 months' AND extract(month FROM first) IN (1, 7)
        OR after = first + interval '12 months' AND extract(month FROM first) = 1)
    ELSE false END
$$;

ALTER TABLE submission ADD CONSTRAINT submission_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;
ALTER TABLE figure_revision ADD CONSTRAINT figure_revision_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;
ALTER TABLE figure_review ADD CONSTRAINT figure_review_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;
ALTER TABLE base_share ADD CONSTRAINT base_share_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;
ALTER TABLE draft ADD CONSTRAINT draft_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;
ALTER TABLE draft_field ADD CONSTRAINT draft_field_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;
ALTER TABLE reminder ADD CONSTRAINT reminder_period_is_a_period CHECK (is_period(period_start, period_end)) NOT VALID;

-- A heading's time zone is one that exists, or a fixed offset. A CHECK may not ask another table, so it is a trigger; the list is
-- long to read, so the zone that nearly all plans have is not looked up.
CREATE FUNCTION refuse_false_zone() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
    zone text := NEW.header ->> 'timezone';
BEGIN
    IF zone = 'Asia/Shanghai' OR zone ~ '^(Z|(UTC|GMT|UT)?[+-]([0-9]|[01][0-9])(:?[0-5][0-9]){0,2})$'
        OR EXISTS (SELECT 1 FROM pg_timezone_names WHERE name = zone) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'plan % refused: "%" is no time zone', NEW.plan_id, zone USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER zone_exists BEFORE INSERT ON plan_revision FOR EACH ROW EXECUTE FUNCTION refuse_false_zone();

-- When the chains began: written once, by the migration that seals what plans held before there were chains (chain_start), and by
-- nothing else. A start sealed later, or of a plan that is younger, is a forgery.
CREATE TABLE chain_begun (
    one      boolean     NOT NULL,
    begun_at timestamptz NOT NULL,
    -- plan and hash of each start, as they were noted then
    starts   text        NOT NULL,
    CONSTRAINT chain_begun_key PRIMARY KEY (one),
    CONSTRAINT chain_begun_once CHECK (one)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON chain_begun FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON chain_begun FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The page and the command name each chain's start without reading all links.
CREATE INDEX chain_link_start ON chain_link (plan_id) WHERE kind = 'start';
