package org.targetmonitor.platform.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

/** When the embedded database is there, when it is not, and what a refusal looks like. */
class EmbeddedDatabaseConfigurationTests {

	@TempDir
	private Path directory;

	private final ApplicationContextRunner newcomer = new ApplicationContextRunner()
		.withUserConfiguration(EmbeddedDatabaseConfiguration.class)
		.withPropertyValues("spring.profiles.active=newcomer");

	@Test
	void isAbsentOutsideTheProfile() {
		new ApplicationContextRunner().withUserConfiguration(EmbeddedDatabaseConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JdbcConnectionDetails.class));
	}

	@Test
	void isAbsentWhereADatabaseIsNamed() {
		this.newcomer.withPropertyValues("spring.datasource.url=jdbc:postgresql://db/monitor")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JdbcConnectionDetails.class));
	}

	@Test
	void isAbsentInThePackagedJar() {
		this.newcomer.withClassLoader(new FilteredClassLoader(EmbeddedPostgres.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JdbcConnectionDetails.class));
	}

	@Test
	void printsRefusalAsWords() throws Exception {
		Files.createDirectories(this.directory.resolve("postgresql"));
		Files.writeString(this.directory.resolve("postgresql/letter.txt"), "dear");
		this.newcomer.withPropertyValues("targetmonitor.data-directory=" + this.directory).run((context) -> {
			assertThat(context).hasFailed();
			assertThat(analyze(Objects.requireNonNull(context.getStartupFailure()))).contains("不是本系统的数据库",
					"no database of this monitor");
		});
	}

	/* Some of Boot's own analyzers ask for a bean factory and cannot be made here */
	private static String analyze(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation(SpringApplication.class.getClassLoader())
			.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, cause) -> {
			}))
			.stream()
			.filter(EmbeddedDatabaseFailureAnalyzer.class::isInstance)
			.map((analyzer) -> analyzer.analyze(failure))
			.map((analysis) -> analysis.getDescription() + analysis.getAction())
			.findFirst()
			.orElseThrow();
	}

}
