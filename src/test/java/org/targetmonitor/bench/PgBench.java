package org.targetmonitor.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a submission and its figures as PostgreSQL's own benchmark inserts them:
 * durable, into tables with the same columns, keys and checks, without rules and chain.
 */
final class PgBench {

	private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

	private PgBench() {
	}

	/**
	 * Transactions a second; nothing where it is not installed.
	 * @param figures how many of a submission
	 */
	static Optional<Double> rate(Server.Database database, int clients, int figures, int seconds) throws Exception {
		Optional<Path> found = Program.find("pgbench");
		if (found.isEmpty()) {
			return Optional.empty();
		}
		database.execute("CREATE TABLE IF NOT EXISTS bench_submission (LIKE submission INCLUDING ALL)",
				"CREATE TABLE IF NOT EXISTS bench_figure (LIKE figure_revision INCLUDING ALL)");
		String rows = IntStream.range(0, figures)
			.mapToObj((n) -> "('p:client_id', 'i%d', '2024-01-01', '2024-04-01', :r, ':id', 5.%d, 'P', :r - 1)"
				.formatted(n, n % 10))
			.collect(Collectors.joining(","));
		Path script = Files.writeString(Files.createTempFile("submission", ".sql"),
				"""
						\\set r random(2, 1000000000)
						BEGIN;
						SELECT gen_random_uuid() AS id \\gset
						INSERT INTO bench_submission VALUES ('p:client_id', ':id', '2024-01-01', '2024-04-01', 'why', 'bench', now(), now());
						INSERT INTO bench_figure (plan_id, indicator, period_start, period_end, revision, submission_id, value, obs_status, replaces) VALUES %s;
						COMMIT;
						"""
					.formatted(rows));
		Path log = Files.createTempFile("pgbench", ".log");
		try (Program program = Program.start(log, Map.of("PGPASSWORD", database.administratorPassword()),
				List.of(found.get().toString(), "-n", "-h", "127.0.0.1", "-p", String.valueOf(database.port()), "-U",
						database.administrator(), "-c", String.valueOf(clients), "-j", "2", "-T",
						String.valueOf(seconds), "-f", script.toString(), database.name()))) {
			program.process().waitFor(seconds + 30L, TimeUnit.SECONDS);
		}
		Matcher rate = RATE.matcher(Files.readString(log));
		if (!rate.find()) {
			throw new IllegalStateException("pgbench: " + Files.readString(log).replaceAll("\\s+", " "));
		}
		return Optional.of(Double.parseDouble(rate.group(1)));
	}

}
