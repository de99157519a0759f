package org.targetmonitor.platform.embedded;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** Tells Spring Boot's migrations who may change the embedded database's tables. */
record EmbeddedDatabaseAdministrator(EmbeddedDatabase database) implements FlywayConnectionDetails {

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
