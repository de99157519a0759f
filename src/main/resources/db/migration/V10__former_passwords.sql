-- The passwords that accounts have now are among those that do not come back, also where nobody changed them since.
INSERT INTO account_password (account, set_at, password_hash)
SELECT username, password_set_at, password_hash FROM account
ON CONFLICT DO NOTHING;

-- The clean-up of old failures
CREATE INDEX sign_in_failure_by_time ON sign_in_failure (failed_at);
