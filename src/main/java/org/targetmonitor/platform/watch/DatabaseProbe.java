package org.targetmonitor.platform.watch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Asks the database on a connection of its own whether it still takes something: a small
 * row is written and committed, for a node that cannot commit answers questions all the
 * same.
 */
class DatabaseProbe {

	/** No question waits longer than this, in seconds: the other end may be gone. */
	private static final String LONGEST = "5";

	private final String url;

	private final Properties properties;

	/** A row for each monitor, so that none waits for another. */
	private final UUID id = UUID.randomUUID();

	private volatile @Nullable Connection connection;

	private volatile @Nullable PreparedStatement statement;

	DatabaseProbe(String url, Properties properties) {
		this.url = url;
		this.properties = PhysicalConnections.with(properties, null, null);
		this.properties.setProperty("connectTimeout", "2");
		this.properties.setProperty("loginTimeout", "3");
		this.properties.setProperty("socketTimeout", LONGEST);
		this.properties.setProperty("cancelSignalTimeout", "2");
		this.properties.setProperty("ApplicationName", "target-monitor probe");
	}

	/**
	 * Asks once.
	 * @return why the database is away, null if it is not
	 */
	@Nullable String ask() {
		boolean connected = false;
		try {
			Connection present = connection();
			connected = true;
			PreparedStatement question = question(present);
			question.executeUpdate();
			Confirmation.check(question.getWarnings());
			return null;
		}
		catch (SQLException ex) {
			boolean away = !connected || DatabaseFailures.isAway(ex);
			close();
			return away ? DatabaseFailures.reason(ex) : null;
		}
	}

	private Connection connection() throws SQLException {
		Connection present = this.connection;
		if (present == null) {
			present = DriverManager.getConnection(this.url, this.properties);
			this.connection = present;
		}
		return present;
	}

	private PreparedStatement question(Connection asked) throws SQLException {
		PreparedStatement present = this.statement;
		if (present == null) {
			try (Statement tidying = asked.createStatement()) {
				tidying.execute("DELETE FROM database_probe WHERE asked_at < now() - interval '1 day'");
			}
			present = asked.prepareStatement("""
					INSERT INTO database_probe (id, asked_at) VALUES (?, now())
					ON CONFLICT (id) DO UPDATE SET asked_at = now()
					""");
			present.setObject(1, this.id);
			this.statement = present;
		}
		return present;
	}

	/** Gives up a question that is not answered, so that it is not left at the server. */
	void cancel() {
		PreparedStatement present = this.statement;
		if (present != null) {
			try {
				present.cancel();
			}
			catch (SQLException ex) {
				// Then the time limit of the connection ends it
			}
		}
	}

	void close() {
		Connection present = this.connection;
		this.connection = null;
		this.statement = null;
		if (present != null) {
			try {
				present.abort(Thread::startVirtualThread);
			}
			catch (SQLException ex) {
				// It is gone either way
			}
		}
	}

}
