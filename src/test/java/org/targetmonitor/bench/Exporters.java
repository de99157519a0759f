package org.targetmonitor.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.targetmonitor.support.Processes;

/**
 * Exporters that ask the database at each scrape, over the same facts: of each target its
 * newest value, three quarters, revisions and days.
 */
final class Exporters {

	private static final List<String> VALUES = List.of("actual", "first", "second", "third", "lowest", "highest",
			"revisions", "reviews", "submitted", "decided");

	private static final String QUERY = """
			SELECT f.plan_id AS plan, f.indicator,
			 (array_agg(f.value ORDER BY f.period_start DESC, f.revision DESC))[1]::float AS actual,
			 (max(f.value) FILTER (WHERE f.period_start = '2024-01-01'))::float AS first,
			 (max(f.value) FILTER (WHERE f.period_start = '2024-04-01'))::float AS second,
			 (max(f.value) FILTER (WHERE f.period_start = '2024-07-01'))::float AS third,
			 min(f.value)::float AS lowest, max(f.value)::float AS highest, count(*)::float AS revisions,
			 count(r.revision)::float AS reviews, max(extract(epoch FROM s.known_from))::float AS submitted,
			 max(extract(epoch FROM r.known_from))::float AS decided
			 FROM figure_revision f JOIN submission s USING (plan_id, submission_id)
			 LEFT JOIN figure_review r ON (r.plan_id, r.indicator, r.period_start, r.period_end, r.revision)
			 = (f.plan_id, f.indicator, f.period_start, f.period_end, f.revision)
			 GROUP BY f.plan_id, f.indicator""".replaceAll("\\s+", " ");

	private Exporters() {
	}

	/** What one said: how long it takes, and how many samples it has; or why not. */
	static String postgres(Server.Database database, int rounds) throws Exception {
		Optional<Path> found = Program.find("prometheus-postgres-exporter");
		if (found.isEmpty()) {
			return "prometheus-postgres-exporter is not installed";
		}
		String metrics = VALUES.stream()
			.map((value) -> "    - %s: {usage: GAUGE, description: %s}%n".formatted(value, value))
			.collect(Collectors.joining());
		Path queries = Files.writeString(Files.createTempFile("queries", ".yaml"),
				"targetmonitor:\n  query: \"%s\"\n  metrics:\n    - plan: {usage: LABEL, description: plan}\n    - indicator: {usage: LABEL, description: indicator}\n%s"
					.formatted(QUERY, metrics));
		int port = Processes.freePort();
		return median("prometheus-postgres-exporter", Map.of("DATA_SOURCE_NAME", database.uri()),
				List.of(found.get().toString(), "--web.listen-address=127.0.0.1:" + port,
						"--extend.query-path=" + queries, "--disable-default-metrics", "--disable-settings-metrics",
						"--no-collector.database", "--no-collector.bgwriter"),
				port, rounds);
	}

	/** The other one. */
	static String sql(Server.Database database, int rounds) throws Exception {
		Optional<Path> found = Program.find("prometheus-sql-exporter");
		if (found.isEmpty()) {
			return "prometheus-sql-exporter is not installed";
		}
		Path configuration = Files.writeString(Files.createTempFile("sql-exporter", ".yml"), """
				jobs:
				- name: targets
				  interval: '0s'
				  connections: ['%s']
				  queries:
				  - name: targetmonitor
				    help: facts
				    labels: [plan, indicator]
				    values: [%s]
				    query: "%s"
				""".formatted(database.uri().replaceFirst("^postgresql", "postgres"), String.join(", ", VALUES),
				QUERY));
		int port = Processes.freePort();
		return median("prometheus-sql-exporter", Map.of("LOGLEVEL", "error"), List.of(found.get().toString(),
				"-web.listen-address=127.0.0.1:" + port, "-config.file=" + configuration), port, rounds);
	}

	private static String median(String name, Map<String, String> environment, List<String> command, int port,
			int rounds) throws Exception {
		Visitor visitor = Visitor.nobody("http://127.0.0.1:" + port);
		try (Program program = Program.start(Files.createTempFile("exporter", ".log"), environment, command)) {
			program.await(Duration.ofSeconds(20), () -> samples(visitor) > 1000);
			double median = Times.of(3, rounds, () -> visitor.bytes("/metrics")).median();
			return "%s %s, %,d samples".formatted(name, Times.said(median), samples(visitor));
		}
	}

	private static long samples(Visitor visitor) throws Exception {
		return count(visitor.bytes("/metrics"));
	}

	/** How many samples an exposition has. */
	static long count(byte[] exposition) {
		return new String(exposition, StandardCharsets.UTF_8).lines()
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.count();
	}

}
