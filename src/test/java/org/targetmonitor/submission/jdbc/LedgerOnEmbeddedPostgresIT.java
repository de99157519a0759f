package org.targetmonitor.submission.jdbc;

import org.targetmonitor.support.TestDatabases;

/** The ledger on the PostgreSQL that comes with the monitor. */
class LedgerOnEmbeddedPostgresIT extends LedgerContract {

	@Override
	TestDatabases.Location database() {
		return TestDatabases.fresh();
	}

}
