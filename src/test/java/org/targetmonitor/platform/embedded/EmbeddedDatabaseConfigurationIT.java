package org.targetmonitor.platform.embedded;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Spring Boot's own pool and migrations on the embedded database. */
class EmbeddedDatabaseConfigurationIT {

	@TempDir
	private Path directory;

	@Test
	void poolAndMigrationsUseTheEmbeddedDatabase() {
		new ApplicationContextRunner().withUserConfiguration(EmbeddedDatabaseConfiguration.class)
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					JdbcTemplateAutoConfiguration.class, FlywayAutoConfiguration.class))
			.withPropertyValues("spring.profiles.active=newcomer",
					"targetmonitor.data-directory=" + this.directory.resolve("made/here"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(JdbcTemplate.class)
					.queryForObject("SELECT count(*) FROM flyway_schema_history", Long.class)).isNotNull();
			});
		assertThat(this.directory.resolve("made/here/postgresql/PG_VERSION")).exists();
		assertThat(this.directory.resolve("made/here/postgresql/postmaster.pid")).doesNotExist();
	}

}
