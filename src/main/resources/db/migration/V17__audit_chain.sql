-- The audit is chained: each event is sealed as it is recorded, with a hash over it and the link before. The database does it, in
-- the statement that inserts the event, so that events of all replicas have one order and the row that holds the end is locked
-- for that statement alone, however slow the replica. The functions run as their owner: who may insert events needs no right on
-- links and end.
CREATE TABLE audit_link (
    number        bigint NOT NULL,
    event_id      uuid   NOT NULL,
    -- the event as it was recorded, so that a break says what differs
    content       text   NOT NULL,
    previous_hash text,
    hash          text   NOT NULL,
    CONSTRAINT audit_link_key PRIMARY KEY (number),
    -- the verification asks which events are in no link
    CONSTRAINT audit_link_of_event UNIQUE (event_id),
    CONSTRAINT audit_link_counts_from_1 CHECK (number >= 1),
    CONSTRAINT audit_link_follows_another CHECK ((number = 1) = (previous_hash IS NULL))
);

-- Where the chain ends; without it nobody would miss links cut off its end.
CREATE TABLE audit_head (
    one    boolean NOT NULL,
    number bigint  NOT NULL,
    hash   text,
    CONSTRAINT audit_head_key PRIMARY KEY (one),
    CONSTRAINT audit_head_once CHECK (one)
);

INSERT INTO audit_head (one, number, hash) VALUES (true, 0, NULL);

-- What was there before the chain, sealed as it was then: once, below.
CREATE TABLE audit_start (
    one       boolean     NOT NULL,
    sealed_at timestamptz NOT NULL,
    events    bigint      NOT NULL,
    hash      text,
    CONSTRAINT audit_start_key PRIMARY KEY (one),
    CONSTRAINT audit_start_once CHECK (one),
    CONSTRAINT audit_start_has_hash CHECK ((events = 0) = (hash IS NULL))
);

-- A field in the one form that can be read in one way only (RATIONALE.md, "Canonical text").
CREATE FUNCTION canonical_field(name text, value text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
SELECT name || '=' || coalesce(octet_length(convert_to(value, 'UTF8')) || ':' || value, '~') || chr(10)
$$;

CREATE FUNCTION audit_content(event audit_event) RETURNS text LANGUAGE sql STABLE AS
$$
SELECT canonical_field('event', event.event_id::text)
    || canonical_field('recorded-at', to_char(event.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || canonical_field('actor', event.actor)
    || canonical_field('action', event.action)
    || canonical_field('succeeded', event.succeeded::text)
    || canonical_field('subject', event.subject)
    || canonical_field('plan', event.plan_id)
    || canonical_field('detail', event.detail)
    || canonical_field('address', event.address)
$$;

CREATE FUNCTION audit_hash(previous text, number bigint, content text) RETURNS text LANGUAGE sql IMMUTABLE AS
$$
SELECT encode(sha256(convert_to(canonical_field('previous', previous) || canonical_field('number', number::text)
    || canonical_field('content', content), 'UTF8')), 'hex')
$$;

CREATE FUNCTION seal_audit_event(event audit_event) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS
$$
DECLARE
    last    audit_head;
    content text := audit_content(event);
    sealed  text;
BEGIN
    SELECT * INTO last FROM audit_head FOR UPDATE;
    IF NOT FOUND THEN
        -- Removed by hand: the event is kept, and the verification names it
        RETURN;
    END IF;
    sealed := audit_hash(last.hash, last.number + 1, content);
    -- Where links were put in by hand the event is kept all the same, and the verification names it
    INSERT INTO audit_link (number, event_id, content, previous_hash, hash)
    VALUES (last.number + 1, event.event_id, content, last.hash, sealed) ON CONFLICT DO NOTHING;
    UPDATE audit_head SET number = last.number + 1, hash = sealed;
END
$$;

CREATE FUNCTION seal_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
$$
BEGIN
    PERFORM seal_audit_event(NEW);
    RETURN NULL;
END
$$;

-- Their owner's tables alone: a temporary table of the same name would else stand before them. And nobody seals by hand.
DO
$$
BEGIN
    EXECUTE format('ALTER FUNCTION seal_audit_event(audit_event) SET search_path = %I, pg_temp', current_schema());
    EXECUTE format('ALTER FUNCTION seal_audit() SET search_path = %I, pg_temp', current_schema());
END
$$;
REVOKE ALL ON FUNCTION seal_audit_event(audit_event) FROM PUBLIC;
REVOKE ALL ON FUNCTION seal_audit() FROM PUBLIC;

-- In one go: a row that is updated once for each of many events in one transaction becomes slower with each.
DO
$$
DECLARE
    event   audit_event;
    last    audit_head;
    content text;
    sealed  text;
BEGIN
    SELECT * INTO last FROM audit_head;
    FOR event IN SELECT * FROM audit_event ORDER BY recorded_at, event_id LOOP
        content := audit_content(event);
        sealed := audit_hash(last.hash, last.number + 1, content);
        INSERT INTO audit_link (number, event_id, content, previous_hash, hash)
        VALUES (last.number + 1, event.event_id, content, last.hash, sealed);
        last.number := last.number + 1;
        last.hash := sealed;
    END LOOP;
    UPDATE audit_head SET number = last.number, hash = last.hash;
END
$$;

INSERT INTO audit_start (one, sealed_at, events, hash) SELECT true, now(), number, hash FROM audit_head;

CREATE TRIGGER seal AFTER INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION seal_audit();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_start FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_start FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER not_removed BEFORE DELETE ON audit_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
