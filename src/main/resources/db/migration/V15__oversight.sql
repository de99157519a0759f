-- What was decided about a target that lags: a deviation accepted for a time (认可的偏差), and supervision orders (督办单). Both are
-- acts in their order, appended and never changed.
CREATE TABLE deviation_act (
    plan_id     text        NOT NULL,
    indicator   text        NOT NULL,
    number      integer     NOT NULL,
    act         text        NOT NULL,
    cause       text,
    measure     text,
    expectation text,
    agreed_by   text,
    document    text,
    -- the last local day on which it counts
    until       date,
    reason      text,
    author      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    known_from  timestamptz NOT NULL,
    -- makes the second of two writers fail
    CONSTRAINT deviation_act_key PRIMARY KEY (plan_id, indicator, number),
    -- of a target of the plan
    CONSTRAINT deviation_act_of_target FOREIGN KEY (plan_id, indicator) REFERENCES target (plan_id, indicator),
    -- 0 is what nobody saw an act of
    CONSTRAINT deviation_act_counts_from_1 CHECK (number >= 1),
    -- an acceptance says all that the page and the alert print, a withdrawal why
    CONSTRAINT deviation_act_is_complete CHECK (
        CASE act WHEN 'accepted' THEN cause IS NOT NULL AND measure IS NOT NULL AND expectation IS NOT NULL
                                  AND agreed_by IS NOT NULL AND until IS NOT NULL AND reason IS NULL
                 WHEN 'withdrawn' THEN reason IS NOT NULL AND until IS NULL AND cause IS NULL AND measure IS NULL
                                   AND expectation IS NULL AND agreed_by IS NULL AND document IS NULL
                 ELSE false END),
    -- said in words that fit a page
    CONSTRAINT deviation_act_words CHECK (
        length(btrim(cause)) BETWEEN 1 AND 2000 AND length(btrim(measure)) BETWEEN 1 AND 2000
        AND length(btrim(expectation)) BETWEEN 1 AND 2000 AND length(btrim(agreed_by)) BETWEEN 1 AND 2000
        AND length(btrim(document)) BETWEEN 1 AND 2000 AND length(btrim(reason)) BETWEEN 1 AND 2000),
    -- an as-of view must not show what nobody could know then
    CONSTRAINT deviation_act_not_known_before_recorded CHECK (known_from <= recorded_at)
);

-- An order has its number within the plan, and its acts count from 1: it is issued, replied to, returned or closed.
CREATE TABLE supervision_act (
    plan_id     text        NOT NULL,
    order_no    integer     NOT NULL,
    number      integer     NOT NULL,
    indicator   text        NOT NULL,
    act         text        NOT NULL,
    cause       text,
    measure     text,
    -- issued and returned: the last day for the reply; replied: the day by which the department expects to be back
    day         date,
    reason      text,
    author      text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    known_from  timestamptz NOT NULL,
    -- makes the second of two writers fail
    CONSTRAINT supervision_act_key PRIMARY KEY (plan_id, order_no, number),
    -- of a target of the plan
    CONSTRAINT supervision_act_of_target FOREIGN KEY (plan_id, indicator) REFERENCES target (plan_id, indicator),
    -- orders and their acts are counted as people count
    CONSTRAINT supervision_act_counts_from_1 CHECK (order_no >= 1 AND number >= 1),
    -- an order begins by being issued, once
    CONSTRAINT supervision_act_begins_with_the_issue CHECK ((number = 1) = (act = 'issued')),
    -- each act says what the order's page prints of it, and nothing else
    CONSTRAINT supervision_act_is_complete CHECK (
        CASE act WHEN 'issued' THEN cause IS NOT NULL AND measure IS NOT NULL AND day IS NOT NULL AND reason IS NULL
                 WHEN 'replied' THEN cause IS NOT NULL AND measure IS NOT NULL AND day IS NOT NULL AND reason IS NULL
                 WHEN 'returned' THEN reason IS NOT NULL AND day IS NOT NULL AND cause IS NULL AND measure IS NULL
                 WHEN 'closed' THEN reason IS NOT NULL AND day IS NULL AND cause IS NULL AND measure IS NULL
                 ELSE false END),
    -- said in words that fit a page
    CONSTRAINT supervision_act_words CHECK (
        length(btrim(cause)) BETWEEN 1 AND 2000 AND length(btrim(measure)) BETWEEN 1 AND 2000
        AND length(btrim(reason)) BETWEEN 1 AND 2000),
    -- an as-of view must not show what nobody could know then
    CONSTRAINT supervision_act_not_known_before_recorded CHECK (known_from <= recorded_at)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON deviation_act FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON deviation_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON supervision_act FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON supervision_act FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE chain_link DROP CONSTRAINT chain_link_kind;
ALTER TABLE chain_link ADD CONSTRAINT chain_link_kind
    CHECK (kind IN ('start', 'plan', 'submission', 'approval', 'return', 'oversight'));
