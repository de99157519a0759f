-- Where reminders are sent.
ALTER TABLE account ADD COLUMN email text;

-- The audit is read by somebody who keeps neither plans nor accounts.
ALTER TABLE account_grant DROP CONSTRAINT account_grant_role;
ALTER TABLE account_grant ADD CONSTRAINT account_grant_role CHECK (
    role IN ('SUBMITTER', 'REVIEWER', 'PLAN_ADMIN', 'ACCOUNT_ADMIN', 'AUDITOR', 'VIEWER', 'SCRAPE'));
