-- What a department has typed and not handed in yet. Drafts are work, not facts: they are changed and removed.
CREATE TABLE draft (
    plan_id      text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    department   text        NOT NULL,
    -- counts the savings, so that colleagues do not overwrite each other unseen
    version      integer     NOT NULL,
    author       text        NOT NULL,
    saved_at     timestamptz NOT NULL,
    CONSTRAINT draft_key PRIMARY KEY (plan_id, period_start, period_end, department),
    CONSTRAINT draft_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT draft_period_is_a_range CHECK (period_start < period_end),
    CONSTRAINT draft_counts_from_1 CHECK (version >= 1)
);

-- One field as it was typed, faulty or not.
CREATE TABLE draft_field (
    plan_id      text NOT NULL,
    period_start date NOT NULL,
    period_end   date NOT NULL,
    department   text NOT NULL,
    indicator    text NOT NULL,
    field        text NOT NULL,
    typed        text NOT NULL,
    CONSTRAINT draft_field_key PRIMARY KEY (plan_id, period_start, period_end, department, indicator, field),
    CONSTRAINT draft_field_of_draft FOREIGN KEY (plan_id, period_start, period_end, department)
        REFERENCES draft (plan_id, period_start, period_end, department) ON DELETE CASCADE,
    CONSTRAINT draft_field_is_short CHECK (length(typed) <= 2000)
);
