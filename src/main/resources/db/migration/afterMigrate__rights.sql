-- What the monitor may do, set anew at each migration. Facts it may append and read, nothing more: where the role that it
-- works with owns no table, neither its password nor a fault in it can change what was recorded. Every table stands here but those that
-- it only reads: chain_start and chain_begun are written by a migration, audit_start, audit_link and audit_head by the
-- function that seals the audit's events in their owner's name.
DO $rights$
DECLARE
    monitor text := '${monitor}';
    facts   text := 'plan, plan_revision, target, target_revision, submission, figure_revision, figure_review,
                     submission_receipt, base_share, deviation_act, supervision_act, chain_link, chain_fact, audit_event,
                     account_password, reminder, reminder_recipient, reminder_try, reminder_result,
                     reminder_answer, reference_figure, reference_link, reference_fact';
    updated text := 'plan_change, reference_head, account, account_token';
    removed text := 'account_grant, account_recovery_code, sign_in_failure, sign_in_place, guess_notice, draft, draft_field, sheet_preview,
                     spring_session, spring_session_attributes, database_probe';
BEGIN
    -- one who migrates with the monitor's own account has every right already
    IF monitor = '' OR monitor = current_user THEN
        RETURN;
    END IF;
    -- two of these at once would meet in the catalogue
    PERFORM pg_advisory_xact_lock(hashtext('targetmonitor rights'));
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM %I', current_schema(), monitor);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA %I TO %I', current_schema(), monitor);
    EXECUTE format('GRANT INSERT ON %s, %s, %s TO %I', facts, updated, removed, monitor);
    EXECUTE format('GRANT UPDATE ON %s, %s TO %I', updated, removed, monitor);
    EXECUTE format('GRANT DELETE ON %s TO %I', removed, monitor);
END
$rights$;
