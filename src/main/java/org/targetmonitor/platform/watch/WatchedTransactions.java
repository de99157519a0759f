package org.targetmonitor.platform.watch;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Takes for committed only what the database confirms without a reservation. A connection
 * that broke off is not asked to take anything back: that only buries the first failure
 * under a second one.
 */
final class WatchedTransactions extends JdbcTransactionManager {

	private static final long serialVersionUID = 1;

	WatchedTransactions(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		Connection connection = connection(status);
		try {
			connection.clearWarnings();
			super.doCommit(status);
			Confirmation.check(connection.getWarnings());
		}
		catch (SQLException ex) {
			drop(connection);
			throw new TransactionSystemException("the commit is not confirmed", ex);
		}
		catch (TransactionException ex) {
			drop(connection);
			throw ex;
		}
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		try {
			super.doRollback(status);
		}
		catch (TransactionException ex) {
			// Without its connection the database takes everything back by itself
			drop(connection(status));
			this.logger.debug("rolled back by dropping the connection", ex);
		}
	}

	/** What the database is not the reason for keeps its own kind. */
	@Override
	protected RuntimeException translateException(String task, SQLException ex) {
		return DatabaseFailures.isAway(ex) ? new TransactionSystemException(task + " failed", ex)
				: super.translateException(task, ex);
	}

	private static Connection connection(DefaultTransactionStatus status) {
		return ((JdbcTransactionObjectSupport) status.getTransaction()).getConnectionHolder().getConnection();
	}

	/** What is begun on it must not be ended by whoever uses it next. */
	private void drop(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			this.logger.debug("could not be dropped", ex);
		}
	}

}
