-- What a plan held before there were chains is sealed once: only plans named here as owed, which only this migration names, and
-- never again after they are named as sealed. Without it the monitor itself would seal what is left after a chain was deleted.
CREATE TABLE chain_start (
    plan_id text NOT NULL,
    step    text NOT NULL,
    hash    text,
    CONSTRAINT chain_start_key PRIMARY KEY (plan_id, step),
    CONSTRAINT chain_start_of_plan FOREIGN KEY (plan_id) REFERENCES plan (plan_id),
    CONSTRAINT chain_start_step CHECK (step IN ('owed', 'sealed')),
    CONSTRAINT chain_start_sealed_has_hash CHECK ((step = 'sealed') = (hash IS NOT NULL))
);

INSERT INTO chain_start (plan_id, step)
SELECT plan_id, 'owed' FROM plan
WHERE NOT EXISTS (SELECT 1 FROM chain_link WHERE chain_link.plan_id = plan.plan_id)
  AND NOT EXISTS (SELECT 1 FROM plan_change WHERE plan_change.plan_id = plan.plan_id AND chain_number > 0);

INSERT INTO chain_start (plan_id, step, hash)
SELECT plan_id, 'sealed', hash FROM chain_link WHERE number = 1 AND kind = 'start';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON chain_start FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON chain_start FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
