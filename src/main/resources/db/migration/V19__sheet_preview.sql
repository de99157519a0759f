-- A sheet that was read and previewed and waits for its confirmation: the page holds nothing of it but the number. Work, not
-- facts: it is removed after some hours.
CREATE TABLE sheet_preview (
    id           uuid        NOT NULL,
    plan_id      text        NOT NULL,
    period_start date        NOT NULL,
    period_end   date        NOT NULL,
    account      text        NOT NULL,
    file_name    text        NOT NULL,
    document     text        NOT NULL,
    kept_at      timestamptz NOT NULL,
    -- in which order they came, whatever the clock says
    number       bigint      GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT sheet_preview_key PRIMARY KEY (id),
    CONSTRAINT sheet_preview_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT sheet_preview_period_is_a_period CHECK (is_period(period_start, period_end)),
    CONSTRAINT sheet_preview_is_bounded CHECK (length(document) <= 4000000 AND length(file_name) <= 300)
);

-- those of an account, of which only the last few are kept, and what is over
CREATE INDEX sheet_preview_of_account ON sheet_preview (account, number);
CREATE INDEX sheet_preview_by_age ON sheet_preview (kept_at);
