package org.targetmonitor.bench;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;

import org.postgresql.PGConnection;

/**
 * Many figures in one submission, and base shares by CSV against COPY of the same rows;
 * one for each of eleven months of an indicator.
 */
final class ImportRows implements Group {

	private static final int SMALL = 50_000;

	private static final int LARGE = 500_000;

	private static final int FIGURES = 20_000;

	private static final int MONTHS = 11;

	private final Server server;

	ImportRows(Server server) {
		this.server = server;
	}

	@Override
	public String name() {
		return "imports";
	}

	@Override
	public String title() {
		return "Imports";
	}

	@Override
	public void measure(Sheet sheet) throws Exception {
		measure(sheet, SMALL);
		measure(sheet, LARGE);
	}

	private void measure(Sheet sheet, int shares) throws Exception {
		int indicators = (shares + MONTHS - 1) / MONTHS;
		String name = "shares" + shares;
		Server.Database database = this.server.fresh(name);
		MadePlans.monthly(database, "shares-2024", indicators);
		try (Monitor monitor = Monitor.start(database, Growth.NO_FILES)) {
			if (indicators >= FIGURES) {
				submission(sheet, monitor);
			}
			shares(sheet, monitor, database, shares, indicators);
		}
		finally {
			this.server.drop(name);
		}
	}

	private static void submission(Sheet sheet, Monitor monitor) {
		sheet.line("figures in one submission by the API", "20,000", () -> {
			Desk desk = new Desk(monitor.program("submitter"), "shares-2024", "2024-09", FIGURES);
			long started = System.nanoTime();
			HttpResponse<byte[]> answer = desk.send();
			String taken = Times.said((System.nanoTime() - started) / 1e6);
			return (answer.statusCode() == 201) ? Line.Measured.of("%,d in %s".formatted(FIGURES, taken), true)
					: Line.Measured.of("refused, " + said(answer), false);
		});
	}

	private static String said(HttpResponse<byte[]> answer) {
		String said = new String(answer.body(), StandardCharsets.UTF_8).replace("|", "/").replaceAll("\\s+", " ");
		return answer.statusCode() + ": " + said.substring(0, Math.min(200, said.length()));
	}

	private static void shares(Sheet sheet, Monitor monitor, Server.Database database, int shares, int indicators) {
		sheet.line("%,d base shares by CSV, with `-Xmx%s`".formatted(shares, Monitor.HEAP), "≤ 6 × COPY", () -> {
			double copied = copy(database, shares) / 1e6;
			Visitor reviewer = monitor.program("reviewer");
			String csv = csv(shares);
			long started = System.nanoTime();
			HttpResponse<byte[]> answer = reviewer.send("POST", "/api/plans/shares-2024/base-shares", "text/csv", csv);
			double taken = (System.nanoTime() - started) / 1e6;
			Line.Measured measured = (answer.statusCode() != 201)
					? Line.Measured.of("not taken after %s, %s".formatted(Times.said(taken), said(answer)), false)
					: Line.Measured.of("%.1f ×: %s, %,d indicators, %d MB resident".formatted(taken / copied,
							Times.said(taken), indicators, monitor.resident()), taken <= 6 * copied);
			return measured.beside("COPY " + Times.said(copied));
		});
	}

	private static String csv(int shares) {
		StringBuilder csv = new StringBuilder("indicator,period,share,known-from,origin\n");
		for (int n = 0; n < shares; n++) {
			csv.append("i%d,2024-%02d,%s,2025-01-17,measured\n".formatted(n / MONTHS, 1 + n % MONTHS, share(n)));
		}
		return csv.toString();
	}

	private static String share(int n) {
		return "0.%02d%03d".formatted(5 + 8 * (n % MONTHS), n % 1000);
	}

	/** The same rows into a table with the same columns, keys and checks. */
	private static long copy(Server.Database database, int shares) throws Exception {
		StringBuilder rows = new StringBuilder();
		for (int n = 0; n < shares; n++) {
			int month = 1 + n % MONTHS;
			rows.append("shares-2024\ti%d\t2024-%02d-01\t2024-%02d-01\t1\t%s\tmeasured\t\\N\tbench\tnow\t2025-01-17\n"
				.formatted(n / MONTHS, month, month + 1, share(n)));
		}
		database.execute("CREATE TABLE bench_share (LIKE base_share INCLUDING ALL)");
		try (Connection connection = database.connect()) {
			return Times.once(() -> connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("COPY bench_share FROM STDIN", new StringReader(rows.toString())));
		}
	}

}
