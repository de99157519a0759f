package org.targetmonitor.platform.watch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.WeakHashMap;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Makes the connections that a pool keeps, and can cut all of them: whoever waits for an
 * answer that will not come learns it at once.
 */
final class PhysicalConnections extends AbstractDataSource {

	private final String url;

	private final Properties properties;

	private final Set<Connection> made = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	PhysicalConnections(String url, Properties properties) {
		this.url = url;
		this.properties = properties;
	}

	/** Takes the place of what a pool would make by itself. */
	static PhysicalConnections of(HikariDataSource pool) {
		Properties properties = new Properties();
		pool.getDataSourceProperties().forEach((key, value) -> properties.setProperty("" + key, "" + value));
		return new PhysicalConnections(pool.getJdbcUrl(), properties);
	}

	@Override
	public Connection getConnection() throws SQLException {
		return connect(this.properties);
	}

	@Override
	public Connection getConnection(@Nullable String username, @Nullable String password) throws SQLException {
		return connect(with(this.properties, username, password));
	}

	static Properties with(Properties properties, @Nullable String username, @Nullable String password) {
		Properties all = new Properties();
		all.putAll(properties);
		if (username != null) {
			all.setProperty("user", username);
		}
		if (password != null) {
			all.setProperty("password", password);
		}
		return all;
	}

	private Connection connect(Properties all) throws SQLException {
		Connection connection = DriverManager.getConnection(this.url, all);
		this.made.add(connection);
		return connection;
	}

	/** Cuts every connection, without waiting for the other side. */
	void cut() {
		List<Connection> all;
		synchronized (this.made) {
			all = List.copyOf(this.made);
			this.made.clear();
		}
		for (Connection connection : all) {
			try {
				connection.abort(Thread::startVirtualThread);
			}
			catch (SQLException ex) {
				this.logger.debug("could not be cut", ex);
			}
		}
	}

}
