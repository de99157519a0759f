package org.targetmonitor.platform.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Tells Spring Boot's pool where the embedded database is, and whom to sign in as. */
record EmbeddedDatabaseConnection(EmbeddedDatabase database) implements JdbcConnectionDetails {

	@Override
	public String getUsername() {
		return EmbeddedDatabase.MONITOR;
	}

	@Override
	public String getPassword() {
		return this.database.monitorPassword();
	}

	@Override
	public String getJdbcUrl() {
		return this.database.jdbcUrl();
	}

}
