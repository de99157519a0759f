-- What is recorded of a plan is sealed in a chain: each link holds the facts of one act as they were recorded, and a hash over
-- them and the link before. See RATIONALE.md for what it finds and what it cannot find.
CREATE TABLE chain_link (
    plan_id       text        NOT NULL,
    number        bigint      NOT NULL,
    kind          text        NOT NULL,
    submission_id uuid,
    recorded_at   timestamptz NOT NULL,
    previous_hash text,
    hash          text        NOT NULL,
    CONSTRAINT chain_link_key PRIMARY KEY (plan_id, number),
    CONSTRAINT chain_link_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT chain_link_kind CHECK (kind IN ('start', 'plan', 'submission', 'approval', 'return')),
    CONSTRAINT chain_link_counts_from_1 CHECK (number >= 1),
    CONSTRAINT chain_link_follows_another CHECK ((number = 1) = (previous_hash IS NULL))
);

-- A fact of a link: which row it is, and its content when it was sealed.
CREATE TABLE chain_fact (
    plan_id  text    NOT NULL,
    number   bigint  NOT NULL,
    position integer NOT NULL,
    fact     text    NOT NULL,
    content  text    NOT NULL,
    CONSTRAINT chain_fact_key PRIMARY KEY (plan_id, number, position),
    CONSTRAINT chain_fact_of_link FOREIGN KEY (plan_id, number) REFERENCES chain_link (plan_id, number)
);

-- Where the chain ends; without it nobody would miss links cut off its end.
ALTER TABLE plan_change ADD COLUMN chain_number bigint NOT NULL DEFAULT 0;
ALTER TABLE plan_change ADD COLUMN chain_hash text;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON chain_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON chain_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON chain_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON chain_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
