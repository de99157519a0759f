-- An end that nothing can follow (no number, none that is one, a hash that is not there) was written by hand. The event is kept
-- all the same, as where the end is removed, and the verification names both: the audit must not fail for it, and with it every act.
CREATE OR REPLACE FUNCTION seal_audit_event(event audit_event) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS
$$
DECLARE
    last    audit_head;
    content text := audit_content(event);
    sealed  text;
BEGIN
    SELECT * INTO last FROM audit_head FOR UPDATE;
    IF NOT FOUND OR last.number IS NULL OR last.number < 0 OR last.number = 9223372036854775807
        OR (last.number = 0) <> (last.hash IS NULL) THEN
        RETURN;
    END IF;
    sealed := audit_hash(last.hash, last.number + 1, content);
    -- Where links were put in by hand the event is kept all the same, and the verification names it
    INSERT INTO audit_link (number, event_id, content, previous_hash, hash)
    VALUES (last.number + 1, event.event_id, content, last.hash, sealed) ON CONFLICT DO NOTHING;
    UPDATE audit_head SET number = last.number + 1, hash = sealed;
END
$$;

-- Their owner's tables alone, as when it was made
DO
$$
BEGIN
    EXECUTE format('ALTER FUNCTION seal_audit_event(audit_event) SET search_path = %I, pg_temp', current_schema());
END
$$;
REVOKE ALL ON FUNCTION seal_audit_event(audit_event) FROM PUBLIC;
