package org.targetmonitor.platform.watch;

import java.sql.SQLException;
import java.sql.SQLWarning;

import org.jspecify.annotations.Nullable;

/**
 * Tells a commit that every node holds from one that only this node does: a server that
 * is made to stop waiting for its standby says that the commit succeeded, and warns.
 */
final class Confirmation {

	/** The state of notices, which ask for nothing. */
	private static final String NOTICE = "00000";

	/** Whether a transaction is kept is not known. */
	private static final String UNKNOWN = "08007";

	private Confirmation() {
	}

	/**
	 * Looks at what the server said beside a success.
	 * @throws SQLException if it does not stand for what was committed
	 */
	static void check(@Nullable SQLWarning said) throws SQLException {
		for (SQLWarning warning = said; warning != null; warning = warning.getNextWarning()) {
			if (!NOTICE.equals(warning.getSQLState())) {
				throw new SQLException("the commit is not confirmed: " + warning.getMessage(), UNKNOWN, warning);
			}
		}
	}

}
