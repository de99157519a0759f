package org.targetmonitor.platform.watch;

import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes a statement that commits by itself for done only where the database confirms that
 * without a reservation, as {@link WatchedTransactions} does for a transaction.
 */
final class ConfirmedStatements extends JdbcTemplate {

	ConfirmedStatements(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	protected void handleWarnings(Statement statement) throws SQLException {
		super.handleWarnings(statement);
		if (statement.getConnection().getAutoCommit()) {
			Confirmation.check(statement.getWarnings());
		}
	}

}
