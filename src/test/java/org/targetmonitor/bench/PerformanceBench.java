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
 * -Pbench verify}; with {@code -Dbench.rows=county,growth} these groups alone. A row that
 * is not reached is no failure, for a shared machine's times prove little; one that could
 * not be measured is.
 */
class PerformanceBench {

	private final String wanted = System.getProperty("bench.rows", "");

	private final Sheet newcomer = new Sheet();

	@Test
	void measures() throws Exception {
		Path directory = Files.createTempDirectory("targetmonitor-bench").resolve("data");
		boolean failed = false;
		if (isWanted("newcomer")) {
			try {
				Newcomer.leave(directory, this.newcomer);
			}
			catch (Exception ex) {
				this.newcomer.failed("the newcomer's first start", ex);
			}
		}
		try (Server server = Server.start(directory)) {
			Document.write("machine", machine(server));
			for (Group group : groups(server)) {
				if (isWanted(group.name())) {
					failed |= measure(group).hasFailures();
				}
			}
		}
		assertThat(failed).as("a row could not be measured").isFalse();
	}

	/** Written after each group: a run that is ended early has what it had. */
	private Sheet measure(Group group) throws IOException {
		Sheet sheet = (group instanceof NewcomerRows) ? this.newcomer : new Sheet();
		String before = Machine.load();
		try {
			group.measure(sheet);
		}
		catch (Exception ex) {
			sheet.failed(group.name(), ex);
		}
		Document.write(group, "%s; load of the machine before %s, after %s".formatted(LocalDate.now(ZoneOffset.UTC),
				before, Machine.load()), sheet);
		return sheet;
	}

	private static List<Group> groups(Server server) {
		return List.of(new StandingRows(), new NewcomerRows(server), new CountyRows(server), new LargeRows(server),
				new Growth(server), new SubmissionRows(server), new ImportRows(server));
	}

	private boolean isWanted(String group) {
		return this.wanted.isEmpty() || Arrays.asList(this.wanted.split(",")).contains(group);
	}

	private static String machine(Server server) throws Exception {
		return "Last on "
				+ String.join("; ",
						List.of(Machine.said(), "PostgreSQL " + server.version() + " with fsync and synchronous_commit",
								Machine.version("pgbench", "--version"), Machine.version("nginx", "-v"),
								Machine.version("prometheus-postgres-exporter", "--version"),
								Machine.version("prometheus-sql-exporter", "-version"),
								"options of each monitor `-Xmx" + Monitor.HEAP + " " + String.join(" ", Monitor.OPTIONS)
										+ "`"))
				+ ". The load is how many processes wanted a processor in the last minute.";
	}

}
