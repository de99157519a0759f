package org.targetmonitor.platform.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool as everybody sees it: while the database is away it refuses at once, instead
 * of letting each request wait for a connection.
 */
final class GuardedDataSource extends DelegatingDataSource {

	private final HikariDataSource pool;

	private final DatabaseWatch watch;

	private final Borrowers borrowers;

	GuardedDataSource(HikariDataSource pool, DatabaseWatch watch, Borrowers borrowers) {
		super(pool);
		this.pool = pool;
		this.watch = watch;
		this.borrowers = borrowers;
	}

	@Override
	public Connection getConnection() throws SQLException {
		if (!this.watch.isAvailable()) {
			throw new SQLTransientConnectionException("the database is away", "08001");
		}
		try {
			return this.borrowers.borrow(this.pool);
		}
		catch (SQLException ex) {
			this.watch.suspect();
			throw ex;
		}
	}

}
