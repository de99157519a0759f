-- Facts are appended, never changed: a correction is a new revision. Every table carries the plan's id, so that it can be
-- partitioned or distributed by it. See RATIONALE.md for what goes beyond the SQL that PostgreSQL-compatible engines share.

-- Which plans exist.
CREATE TABLE plan (
    plan_id text NOT NULL,
    CONSTRAINT plan_key PRIMARY KEY (plan_id),
    CONSTRAINT plan_id_is_a_code CHECK (plan_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);

-- The one table that is updated: a number that grows with every change of the plan. Its row is also the lock that makes a
-- writer the plan's only one, and what every reader asks to know whether its picture still holds.
CREATE TABLE plan_change (
    plan_id text   NOT NULL,
    number  bigint NOT NULL,
    CONSTRAINT plan_change_key PRIMARY KEY (plan_id),
    CONSTRAINT plan_change_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id)
);

-- Everything of a plan but its targets, as its file says it (title, area, year, departments, due dates, closing day).
-- area_code and year are taken out of it to find the same area's plan of the year before.
CREATE TABLE plan_revision (
    plan_id     text        NOT NULL,
    revision    integer     NOT NULL,
    area_code   text        NOT NULL,
    year        integer     NOT NULL,
    header      json        NOT NULL,
    reason      text,
    author      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    known_from  timestamptz NOT NULL,
    CONSTRAINT plan_revision_key PRIMARY KEY (plan_id, revision),
    CONSTRAINT plan_revision_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT plan_revision_counts_from_1 CHECK (revision >= 1),
    -- a change of what is in force says why
    CONSTRAINT plan_revision_has_reason CHECK (revision = 1 OR reason IS NOT NULL),
    CONSTRAINT plan_revision_not_known_before_recorded CHECK (known_from <= recorded_at)
);

-- Which indicators a plan has or had: what figures refer to.
CREATE TABLE target (
    plan_id   text NOT NULL,
    indicator text NOT NULL,
    CONSTRAINT target_key PRIMARY KEY (plan_id, indicator),
    CONSTRAINT target_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id)
);

-- A target as its file says it; definition is null where the target was withdrawn.
CREATE TABLE target_revision (
    plan_id     text        NOT NULL,
    indicator   text        NOT NULL,
    revision    integer     NOT NULL,
    position    integer     NOT NULL,
    definition  json,
    reason      text,
    author      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    known_from  timestamptz NOT NULL,
    CONSTRAINT target_revision_key PRIMARY KEY (plan_id, indicator, revision),
    CONSTRAINT target_revision_of_target FOREIGN KEY (plan_id, indicator) REFERENCES target (plan_id, indicator),
    CONSTRAINT target_revision_counts_from_1 CHECK (revision >= 1),
    CONSTRAINT target_revision_has_reason CHECK (revision = 1 OR reason IS NOT NULL),
    CONSTRAINT target_revision_not_known_before_recorded CHECK (known_from <= recorded_at)
);

-- Figures handed in together by one author for one period; the period is a half-open range of days.
CREATE TABLE submission (
    plan_id       text        NOT NULL,
    submission_id uuid        NOT NULL,
    period_start  date        NOT NULL,
    period_end    date        NOT NULL,
    reason        text,
    author        text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    known_from    timestamptz NOT NULL,
    CONSTRAINT submission_key PRIMARY KEY (plan_id, submission_id),
    -- for figures to refer to with their period
    CONSTRAINT submission_period_key UNIQUE (plan_id, submission_id, period_start, period_end),
    CONSTRAINT submission_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT submission_period_is_a_range CHECK (period_start < period_end),
    CONSTRAINT submission_not_known_before_recorded CHECK (known_from <= recorded_at)
);

-- A review names the submission alone.
CREATE INDEX submission_by_id ON submission (submission_id);

-- One immutable version of a figure. The key makes the second of two writers fail.
CREATE TABLE figure_revision (
    plan_id       text    NOT NULL,
    indicator     text    NOT NULL,
    period_start  date    NOT NULL,
    period_end    date    NOT NULL,
    revision      integer NOT NULL,
    submission_id uuid    NOT NULL,
    value         numeric,
    level         numeric,
    quarter_value numeric,
    obs_status    text    NOT NULL,
    kind          text,
    replaces      integer,
    origin        text,
    note          text,
    CONSTRAINT figure_revision_key PRIMARY KEY (plan_id, indicator, period_start, period_end, revision),
    CONSTRAINT figure_revision_of_target FOREIGN KEY (plan_id, indicator) REFERENCES target (plan_id, indicator),
    -- a figure is of its submission's period
    CONSTRAINT figure_revision_of_submission FOREIGN KEY (plan_id, submission_id, period_start, period_end)
        REFERENCES submission (plan_id, submission_id, period_start, period_end),
    -- a chain without holes: each revision replaces the one before, which exists
    CONSTRAINT figure_revision_replaces_the_one_before CHECK (revision = coalesce(replaces, 0) + 1 AND revision >= 1),
    CONSTRAINT figure_revision_replaces_one_that_exists
        FOREIGN KEY (plan_id, indicator, period_start, period_end, replaces)
        REFERENCES figure_revision (plan_id, indicator, period_start, period_end, revision),
    CONSTRAINT figure_revision_status CHECK (obs_status IN ('P', 'A', 'E', 'B', 'L', 'M')),
    CONSTRAINT figure_revision_kind CHECK (kind IN ('correction', 'verification', 'census')),
    -- missing is not zero: a figure says something, or says that it is not available and why
    CONSTRAINT figure_revision_says_something CHECK (
        CASE WHEN obs_status IN ('L', 'M')
             THEN value IS NULL AND level IS NULL AND quarter_value IS NULL AND note IS NOT NULL
             ELSE value IS NOT NULL OR level IS NOT NULL END),
    CONSTRAINT figure_revision_value_in_range CHECK (value > -1e15 AND value < 1e15),
    CONSTRAINT figure_revision_level_in_range CHECK (level > -1e15 AND level < 1e15),
    CONSTRAINT figure_revision_quarter_in_range CHECK (quarter_value > -1e15 AND quarter_value < 1e15)
);

-- The revisions of a submission, for its review and its receipt.
CREATE INDEX figure_revision_by_submission ON figure_revision (plan_id, submission_id);

-- What a reviewer decided about a revision; the key makes a second decision fail.
CREATE TABLE figure_review (
    plan_id      text        NOT NULL,
    indicator    text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    revision     integer     NOT NULL,
    approved     boolean     NOT NULL,
    reason       text,
    reviewer     text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    known_from   timestamptz NOT NULL,
    CONSTRAINT figure_review_key PRIMARY KEY (plan_id, indicator, period_start, period_end, revision),
    CONSTRAINT figure_review_of_revision FOREIGN KEY (plan_id, indicator, period_start, period_end, revision)
        REFERENCES figure_revision (plan_id, indicator, period_start, period_end, revision),
    CONSTRAINT figure_review_return_has_reason CHECK (approved OR reason IS NOT NULL),
    CONSTRAINT figure_review_not_known_before_recorded CHECK (known_from <= recorded_at)
);

-- Requests that were carried out, so that the same one sent again is not carried out twice.
CREATE TABLE submission_receipt (
    plan_id       text NOT NULL,
    author        text NOT NULL,
    request_key   text NOT NULL,
    digest        text NOT NULL,
    submission_id uuid NOT NULL,
    CONSTRAINT submission_receipt_key PRIMARY KEY (plan_id, author, request_key),
    CONSTRAINT submission_receipt_of_submission FOREIGN KEY (plan_id, submission_id)
        REFERENCES submission (plan_id, submission_id)
);

-- The database itself refuses to change or remove a fact.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '% on % refused: facts are appended, a correction is a new revision', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON plan FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON plan_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON target FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON target_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON submission FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON figure_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON figure_review FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON submission_receipt FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON plan_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON target FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON target_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON submission FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON figure_revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON figure_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON submission_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
