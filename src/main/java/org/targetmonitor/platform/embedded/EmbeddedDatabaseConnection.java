package org.targetmonitor.platform.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Tells Spring Boot's pool and migrations where the embedded database is. */
record EmbeddedDatabaseConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {

	@Override
	public String getUsername() {
		return this.database.username();
	}

	@Override
	public String getPassword() {
		return this.database.password();
	}

	@Override
	public String getJdbcUrl() {
		return this.database.jdbcUrl();
	}

}
