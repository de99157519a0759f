-- Accounts are administration, not facts: they are changed in place.
CREATE TABLE account (
    username      text    NOT NULL,
    display_name  text    NOT NULL,
    password_hash text    NOT NULL,
    enabled       boolean NOT NULL,
    version       bigint  NOT NULL,
    CONSTRAINT account_key PRIMARY KEY (username),
    CONSTRAINT account_username_is_plain CHECK (username ~ '^[a-z0-9][a-z0-9._-]{0,59}$')
);

-- What an account may do, where: '*' stands for every plan, or every department.
CREATE TABLE account_grant (
    account    text NOT NULL,
    role       text NOT NULL,
    plan_id    text NOT NULL,
    department text NOT NULL,
    CONSTRAINT account_grant_key PRIMARY KEY (account, role, plan_id, department),
    CONSTRAINT account_grant_of_account FOREIGN KEY (account) REFERENCES account (username),
    CONSTRAINT account_grant_role CHECK (role IN ('SUBMITTER', 'REVIEWER', 'PLAN_ADMIN', 'ACCOUNT_ADMIN', 'VIEWER', 'SCRAPE'))
);
