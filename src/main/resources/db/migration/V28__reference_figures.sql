-- Reference figures: what was published of other areas, for targets that are held against them (faster than the province). They are
-- of no plan, so no plan's id stands here. Appended like every fact; a correction is a new revision with a reason.
CREATE TABLE reference_figure (
    area_code    text        NOT NULL,
    indicator    text        NOT NULL,
    measure      text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    revision     integer     NOT NULL,
    area_name    text,
    unit         text        NOT NULL,
    value        numeric     NOT NULL,
    obs_status   text        NOT NULL,
    origin       text        NOT NULL,
    published    date        NOT NULL,
    reason       text,
    author       text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    known_from   timestamptz NOT NULL,
    -- the second of two writers fails; also serves the reading of an area's figures
    CONSTRAINT reference_figure_key PRIMARY KEY (area_code, indicator, measure, period_start, period_end, revision),
    CONSTRAINT reference_figure_area_is_a_code CHECK (
        area_code ~ '^([0-9]{6}([0-9]{3}([0-9]{3})?)?|[A-Z]{2}(-[A-Za-z0-9]+)*)$'),
    CONSTRAINT reference_figure_measure CHECK (measure IN ('growth', 'ratio', 'value', 'level')),
    -- rates are in percent
    CONSTRAINT reference_figure_unit CHECK (length(btrim(unit)) BETWEEN 1 AND 20
        AND (measure NOT IN ('growth', 'ratio') OR unit = '%')),
    CONSTRAINT reference_figure_period_is_a_period CHECK (is_period(period_start, period_end)),
    -- revisions have no holes that could hide one
    CONSTRAINT reference_figure_counts_from_1 CHECK (revision >= 1),
    -- a number: neither nothing nor more than any other
    CONSTRAINT reference_figure_value_is_a_number CHECK (value::text NOT IN ('NaN', 'Infinity', '-Infinity')),
    -- what has no value is not here
    CONSTRAINT reference_figure_status CHECK (obs_status IN ('P', 'A', 'E', 'B')),
    -- a correction is never silent
    CONSTRAINT reference_figure_correction_has_reason CHECK (revision = 1 OR reason IS NOT NULL),
    -- said in words that fit a page
    CONSTRAINT reference_figure_words CHECK (length(btrim(origin)) BETWEEN 1 AND 2000
        AND length(btrim(reason)) BETWEEN 1 AND 500 AND length(btrim(area_name)) BETWEEN 1 AND 50),
    -- nothing comes out before its period has ended
    CONSTRAINT reference_figure_published_after_its_period CHECK (published >= period_end),
    -- an as-of view must not show what nobody could know then
    CONSTRAINT reference_figure_not_known_before_recorded CHECK (known_from <= recorded_at)
);

-- What is recorded of them is sealed in a chain of their own, as plans' facts are in theirs.
CREATE TABLE reference_link (
    number        bigint      NOT NULL,
    recorded_at   timestamptz NOT NULL,
    previous_hash text,
    hash          text        NOT NULL,
    CONSTRAINT reference_link_key PRIMARY KEY (number),
    CONSTRAINT reference_link_counts_from_1 CHECK (number >= 1),
    CONSTRAINT reference_link_follows_another CHECK ((number = 1) = (previous_hash IS NULL))
);

CREATE TABLE reference_fact (
    number   bigint  NOT NULL,
    position integer NOT NULL,
    fact     text    NOT NULL,
    content  text    NOT NULL,
    CONSTRAINT reference_fact_key PRIMARY KEY (number, position),
    CONSTRAINT reference_fact_of_link FOREIGN KEY (number) REFERENCES reference_link (number)
);

-- Where that chain ends; without it nobody would miss links cut off its end. Its row is also the lock that makes a writer the only
-- one, and its number what every reader asks to know whether its picture still holds.
CREATE TABLE reference_head (
    one    boolean NOT NULL,
    number bigint  NOT NULL,
    hash   text,
    CONSTRAINT reference_head_key PRIMARY KEY (one),
    CONSTRAINT reference_head_once CHECK (one)
);

INSERT INTO reference_head (one, number, hash) VALUES (true, 0, NULL);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reference_figure FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reference_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reference_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_removed BEFORE DELETE ON reference_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reference_figure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reference_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reference_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reference_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
