-- Who reminded which department of which figures (催报): appended, never changed.
CREATE TABLE reminder (
    plan_id      text        NOT NULL,
    reminder_id  uuid        NOT NULL,
    department   text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    -- by-hand, before, due-day or after
    occasion     text        NOT NULL,
    -- what makes a second one the same: replicas and restarts insert it once
    once         text        NOT NULL,
    -- the indicators' codes, separated by spaces
    indicators   text        NOT NULL,
    due_day      date,
    author       text        NOT NULL,
    -- what is shown on the department's page and sent by e-mail
    subject      text        NOT NULL,
    words        text        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT reminder_key PRIMARY KEY (plan_id, reminder_id),
    CONSTRAINT reminder_is_made_once UNIQUE (plan_id, once),
    CONSTRAINT reminder_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT reminder_occasion CHECK (occasion IN ('by-hand', 'before', 'due-day', 'after')),
    CONSTRAINT reminder_period_is_a_range CHECK (period_start < period_end)
);

-- A department's reminders of a period, for the calendar and its page.
CREATE INDEX reminder_by_department ON reminder (plan_id, department, period_start, period_end);

-- Who it goes to by e-mail.
CREATE TABLE reminder_recipient (
    plan_id     text NOT NULL,
    reminder_id uuid NOT NULL,
    username    text NOT NULL,
    address     text NOT NULL,
    CONSTRAINT reminder_recipient_key PRIMARY KEY (plan_id, reminder_id, username),
    CONSTRAINT reminder_recipient_of_reminder FOREIGN KEY (plan_id, reminder_id) REFERENCES reminder (plan_id, reminder_id)
);

-- Each try to send it: the key decides which replica makes it.
CREATE TABLE reminder_try (
    plan_id     text        NOT NULL,
    reminder_id uuid        NOT NULL,
    username    text        NOT NULL,
    number      integer     NOT NULL,
    started_at  timestamptz NOT NULL,
    CONSTRAINT reminder_try_key PRIMARY KEY (plan_id, reminder_id, username, number),
    CONSTRAINT reminder_try_of_recipient FOREIGN KEY (plan_id, reminder_id, username)
        REFERENCES reminder_recipient (plan_id, reminder_id, username),
    CONSTRAINT reminder_try_counts_from_1 CHECK (number >= 1)
);

-- How a try ended; one without an end was cut off, and is made again.
CREATE TABLE reminder_result (
    plan_id     text        NOT NULL,
    reminder_id uuid        NOT NULL,
    username    text        NOT NULL,
    number      integer     NOT NULL,
    -- null where it was handed over to the mail server
    error       text,
    ended_at    timestamptz NOT NULL,
    CONSTRAINT reminder_result_key PRIMARY KEY (plan_id, reminder_id, username, number),
    CONSTRAINT reminder_result_of_try FOREIGN KEY (plan_id, reminder_id, username, number)
        REFERENCES reminder_try (plan_id, reminder_id, username, number)
);

-- What the department answers, such as when it will report.
CREATE TABLE reminder_answer (
    plan_id     text        NOT NULL,
    reminder_id uuid        NOT NULL,
    answer_id   uuid        NOT NULL,
    author      text        NOT NULL,
    words       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT reminder_answer_key PRIMARY KEY (plan_id, reminder_id, answer_id),
    CONSTRAINT reminder_answer_of_reminder FOREIGN KEY (plan_id, reminder_id) REFERENCES reminder (plan_id, reminder_id)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reminder_recipient FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reminder_try FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reminder_result FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reminder_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reminder_recipient FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reminder_try FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reminder_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON reminder_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
