package org.targetmonitor.submission.jdbc;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.fail;

/** The ledger on the PostgreSQL of a container image, where a Docker engine is. */
class LedgerOnContainerIT extends LedgerContract {

	private @Nullable PostgreSQLContainer container;

	@Override
	TestDatabases.Location database() {
		requireDocker();
		PostgreSQLContainer container = new PostgreSQLContainer(image());
		// The image starts the server once for its own set-up, reachable by nobody; how
		// often it then says to be ready differs between images
		container.waitingFor(Wait.forSuccessfulCommand("pg_isready --host=127.0.0.1 --username=test"));
		container.start();
		this.container = container;
		return new TestDatabases.Location(container.getJdbcUrl(), container.getUsername(), container.getPassword());
	}

	@AfterAll
	void stop() {
		if (this.container != null) {
			this.container.stop();
		}
	}

	private static void requireDocker() {
		if (DockerClientFactory.instance().isDockerAvailable()) {
			return;
		}
		if ("true".equals(System.getenv("CI"))) {
			fail("no Docker engine answers, so the ledger was not tested on the PostgreSQL of a container image");
		}
		String skipped = "SKIPPED: no Docker engine answers; the ledger is tested on the embedded PostgreSQL alone";
		System.out.println(skipped);
		Assumptions.abort(skipped);
	}

	private static DockerImageName image() {
		String name = Optional.ofNullable(System.getProperty("targetmonitor.test.postgres-image"))
			.or(() -> Optional.ofNullable(System.getenv("TARGETMONITOR_TEST_POSTGRES_IMAGE")))
			.filter((given) -> !given.isBlank())
			.orElse("postgres:18.6");
		return DockerImageName.parse(name).asCompatibleSubstituteFor("postgres");
	}

}
