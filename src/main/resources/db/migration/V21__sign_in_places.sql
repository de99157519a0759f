-- Where an account has signed in from: strangers' guesses, which come from elsewhere, do not keep its owner out there.
CREATE TABLE sign_in_place (
    account text NOT NULL,
    address text NOT NULL,
    last_on date NOT NULL,
    CONSTRAINT sign_in_place_key PRIMARY KEY (account, address),
    CONSTRAINT sign_in_place_of_account FOREIGN KEY (account) REFERENCES account (username)
);

-- Is somebody held up who tries this account from this address?
DROP INDEX sign_in_failure_by_username;
CREATE INDEX sign_in_failure_by_username ON sign_in_failure (username, address, failed_at);
-- Names that belong to no account were stored as they were typed, which is often a password.
DELETE FROM sign_in_failure;
