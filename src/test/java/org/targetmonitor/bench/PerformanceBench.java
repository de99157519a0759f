package org.targetmonitor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures every row of {@code docs/performance.md} and writes it there: {@code mvn
 * -Pbench verify}. With {@code -Dbench.rows=county,growth} it measures these groups alone
 * and writes nothing. A row that is not reached is no failure, for a shared machine's
 * times prove little; one that could not be measured is.
 */
class PerformanceBench {

	private final String wanted = System.getProperty("bench.rows", "");

	private final Sheet sheet = new Sheet();

	@Test
	void measures() throws Exception {
		String loadBefore = Machine.load();
		Path directory = Files.createTempDirectory("targetmonitor-bench").resolve("data");
		if (isWanted("newcomer")) {
			try {
				Newcomer.leave(directory, this.sheet);
			}
			catch (Exception ex) {
				this.sheet.failed("newcomer's first start", ex);
			}
		}
		try (Server server = Server.start(directory)) {
			String versions = versions(server);
			for (Group group : groups(server)) {
				if (isWanted(group.name())) {
					measure(group);
					write(versions, loadBefore);
				}
			}
		}
		assertThat(this.sheet.hasFailures()).as("every row could be measured").isFalse();
	}

	/** After each group: a run that is ended early has what it had. */
	private void write(String versions, String loadBefore) throws IOException {
		String where = Machine.said() + "; " + versions
				+ ". Load of the machine (processes that want a processor) before and at the end: " + loadBefore + ", "
				+ Machine.load() + ". Heap of each monitor: `-Xmx" + Monitor.HEAP
				+ "`; fsync and synchronous_commit on.";
		String measured = Document.measured("on " + LocalDate.now(ZoneOffset.UTC), where, this.sheet);
		if (this.wanted.isEmpty()) {
			Document.write(measured);
		}
	}

	private static List<Group> groups(Server server) {
		return List.of(new StandingRows(), new CountyRows(server), new SubmissionRows(server), new NewcomerRows(server),
				new Growth(server), new LargeRows(server), new ImportRows(server));
	}

	private boolean isWanted(String group) {
		return this.wanted.isEmpty() || Arrays.asList(this.wanted.split(",")).contains(group);
	}

	private void measure(Group group) {
		try {
			group.measure(this.sheet);
		}
		catch (Exception ex) {
			this.sheet.failed(group.name(), ex);
		}
	}

	private static String versions(Server server) throws Exception {
		return String.join("; ",
				List.of("PostgreSQL " + server.version(), Machine.version("pgbench", "--version"),
						Machine.version("nginx", "-v"), Machine.version("prometheus-postgres-exporter", "--version"),
						Machine.version("prometheus-sql-exporter", "-version")));
	}

}
