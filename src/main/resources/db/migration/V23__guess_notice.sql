-- Who has to be written to because an account is being guessed at: each once a day. Work, not facts: it is removed after a day.
CREATE TABLE guess_notice (
    account     text    NOT NULL,
    noticed_on  date    NOT NULL,
    recipient   text    NOT NULL,
    tries       integer NOT NULL,
    addresses   integer NOT NULL,
    -- until when a replica is at it; what it has not sent by then is tried again
    taken_until timestamptz,
    sent_at     timestamptz,
    CONSTRAINT guess_notice_key PRIMARY KEY (account, noticed_on, recipient),
    CONSTRAINT guess_notice_of_account FOREIGN KEY (account) REFERENCES account (username),
    CONSTRAINT guess_notice_to_account FOREIGN KEY (recipient) REFERENCES account (username)
);
