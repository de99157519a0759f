-- Counts the changes of a token, as account.version does of an account: nobody writes over what somebody else changed meanwhile.
ALTER TABLE account_token ADD COLUMN version bigint NOT NULL DEFAULT 0;
