package org.targetmonitor.platform.watch;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

/** A connection to a node that only reads is of no use any more. */
final class EvictsReadOnly implements SQLExceptionOverride {

	@java.lang.Override
	public Override adjudicate(SQLException ex) {
		return DatabaseFailures.READ_ONLY.equals(ex.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
	}

}
