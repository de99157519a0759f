package org.targetmonitor.platform.embedded;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import org.targetmonitor.platform.database.Migrations;

/** Gives a newcomer who names no database one that starts with the monitor. */
@Configuration(proxyBeanMethods = false)
@Conditional(NewcomerMode.class)
class EmbeddedDatabaseConfiguration {

	/* Not a Path parameter: Spring would look for "./data" on the classpath first */
	@Bean(destroyMethod = "close")
	EmbeddedDatabase embeddedDatabase(@Value("${targetmonitor.data-directory:./data}") String directory) {
		return EmbeddedDatabase.start(Path.of(directory));
	}

	@Bean
	JdbcConnectionDetails embeddedDatabaseConnection(EmbeddedDatabase database) {
		return new EmbeddedDatabaseConnection(database);
	}

	@Bean
	FlywayConnectionDetails embeddedDatabaseAdministrator(EmbeddedDatabase database) {
		return new EmbeddedDatabaseAdministrator(database);
	}

	@Bean
	FlywayConfigurationCustomizer embeddedDatabaseOwner() {
		return (configuration) -> Migrations.actAsOwner(configuration, EmbeddedDatabase.MONITOR);
	}

}
