-- How an account signs in. A changed hash ends the sessions that the former one began.
ALTER TABLE account ADD COLUMN password_set_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE account ADD COLUMN must_change boolean NOT NULL DEFAULT false;
-- The password that the configuration gave at the last start, to notice that the operator changed it there
ALTER TABLE account ADD COLUMN configured_hash text;
-- The shared secret of the second factor, in Base32, and the last time step whose code was used
ALTER TABLE account ADD COLUMN totp_secret text;
ALTER TABLE account ADD COLUMN totp_last_step bigint NOT NULL DEFAULT 0;

-- Former passwords, so that they do not come back at once.
CREATE TABLE account_password (
    account       text        NOT NULL,
    set_at        timestamptz NOT NULL,
    password_hash text        NOT NULL,
    CONSTRAINT account_password_key PRIMARY KEY (account, password_hash),
    CONSTRAINT account_password_of_account FOREIGN KEY (account) REFERENCES account (username)
);

-- One-time codes for whoever lost the second factor; a used one is removed.
CREATE TABLE account_recovery_code (
    account text NOT NULL,
    digest  text NOT NULL,
    CONSTRAINT account_recovery_code_key PRIMARY KEY (account, digest),
    CONSTRAINT account_recovery_code_of_account FOREIGN KEY (account) REFERENCES account (username)
);

-- Tokens by which programs act as an account; the token itself is known to its owner alone.
CREATE TABLE account_token (
    token_id    uuid        NOT NULL,
    account     text        NOT NULL,
    name        text        NOT NULL,
    digest      text        NOT NULL,
    submit_only boolean     NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    last_used   date,
    revoked_at  timestamptz,
    CONSTRAINT account_token_key PRIMARY KEY (token_id),
    -- a request brings the token
    CONSTRAINT account_token_digest_key UNIQUE (digest),
    CONSTRAINT account_token_of_account FOREIGN KEY (account) REFERENCES account (username),
    CONSTRAINT account_token_expires CHECK (expires_at > created_at)
);

-- Wrong passwords and codes of late, shared by all replicas; a right one removes the account's.
CREATE TABLE sign_in_failure (
    failure_id uuid        NOT NULL,
    username   text        NOT NULL,
    address    text        NOT NULL,
    failed_at  timestamptz NOT NULL,
    CONSTRAINT sign_in_failure_key PRIMARY KEY (failure_id)
);

-- Is this account held up, is this address?
CREATE INDEX sign_in_failure_by_username ON sign_in_failure (username, failed_at);
CREATE INDEX sign_in_failure_by_address ON sign_in_failure (address, failed_at);
