package org.targetmonitor.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Plans made for the purpose, put into a database as rows; what they say is invented. */
final class MadePlans {

	private static final String HEADER = """
			{"plan":"%s","title":{"zh":"虚构目标","en":"Invented targets"},"area":{"code":"%s","zh":"虚构区","en":"Invented"},\
			"year":2024,"timezone":"Asia/Shanghai","source":{"zh":"为测量而编写","en":"Written to measure"},"invented":true,\
			"due":{"working-days-after-period":15},"closes":"2099-12-31",\
			"departments":{"statistics":{"zh":"统计局","en":"Statistics Bureau","short":"统计局"}}}""";

	private static final String TARGET = """
			{"indicator":"%s","name":{"zh":"地区生产总值","en":"Gross domestic product"},"wording":"地区生产总值增长6%%",\
			"measure":"growth","prices":"constant","unit":"percent","decimals":1,"goal":{"at-least":6},\
			"reported":"quarterly","level-unit":"亿元","department":"statistics","nature":"expected"}""";

	private static final String[][] QUARTERS = { { "2024-01-01", "2024-04-01", "2024-04-15" },
			{ "2024-04-01", "2024-07-01", "2024-07-15" }, { "2024-07-01", "2024-10-01", "2024-10-15" } };

	private final StringBuilder plans = new StringBuilder();

	private final StringBuilder changes = new StringBuilder();

	private final StringBuilder headers = new StringBuilder();

	private final StringBuilder targets = new StringBuilder();

	private final StringBuilder definitions = new StringBuilder();

	private final StringBuilder submissions = new StringBuilder();

	private final StringBuilder figures = new StringBuilder();

	private final StringBuilder reviews = new StringBuilder();

	private MadePlans() {
	}

	/** Plans {@code p0000} and so on, each with three approved quarters. */
	static void write(Server.Database database, int plans, int targets) throws SQLException, IOException {
		MadePlans made = new MadePlans();
		for (int plan = 0; plan < plans; plan++) {
			made.plan(code(plan), String.valueOf(340_000 + plan), targets, true);
		}
		made.copy(database);
	}

	/** A plan that is reported every month and has no figures yet. */
	static void monthly(Server.Database database, String plan, int targets) throws SQLException, IOException {
		MadePlans made = new MadePlans();
		made.plan(plan, "349999", targets, false);
		made.copy(database);
	}

	static String code(int plan) {
		return "p%04d-2024".formatted(plan);
	}

	/** One as a plan file, for those who record it by the API. */
	static String document(String plan, String area, int targets) {
		String header = HEADER.formatted(plan, area);
		return IntStream.range(0, targets)
			.mapToObj((n) -> TARGET.formatted("i" + n))
			.collect(Collectors.joining(",", header.substring(0, header.length() - 1) + ",\"targets\":[", "]}"));
	}

	private static String target(int n, boolean quarterly) {
		String target = TARGET.formatted("i" + n);
		return quarterly ? target : target.replace("\"quarterly\"", "\"monthly\"");
	}

	private void plan(String plan, String area, int count, boolean reported) {
		this.plans.append(plan).append('\n');
		this.changes.append(plan).append("\t1\n");
		row(this.headers, plan, "1", area, "2024", HEADER.formatted(plan, area), "bench", "2024-01-01", "2024-01-01");
		for (int n = 0; n < count; n++) {
			row(this.targets, plan, "i" + n);
			row(this.definitions, plan, "i" + n, "1", String.valueOf(n), target(n, reported), "bench", "2024-01-01",
					"2024-01-01");
		}
		if (!reported) {
			return;
		}
		for (String[] quarter : QUARTERS) {
			String submission = UUID.nameUUIDFromBytes((plan + quarter[0]).getBytes(StandardCharsets.UTF_8)).toString();
			row(this.submissions, plan, submission, quarter[0], quarter[1], "bench", quarter[2], quarter[2]);
			for (int n = 0; n < count; n++) {
				String value = "%d.%d".formatted(3 + n % 5, n % 10);
				row(this.figures, plan, "i" + n, quarter[0], quarter[1], "1", submission, value, "P");
				row(this.reviews, plan, "i" + n, quarter[0], quarter[1], "1", "t", "reviewer", quarter[2], quarter[2]);
			}
		}
	}

	private static void row(StringBuilder rows, String... values) {
		rows.append(String.join("\t", values)).append('\n');
	}

	private void copy(Server.Database database) throws SQLException, IOException {
		try (Connection connection = database.connect()) {
			CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
			copy(copy, "plan (plan_id)", this.plans);
			copy(copy, "plan_change (plan_id, number)", this.changes);
			copy(copy, "plan_revision (plan_id, revision, area_code, year, header, author, recorded_at, known_from)",
					this.headers);
			copy(copy, "target (plan_id, indicator)", this.targets);
			copy(copy,
					"target_revision (plan_id, indicator, revision, position, definition, author, recorded_at, known_from)",
					this.definitions);
			copy(copy, "submission (plan_id, submission_id, period_start, period_end, author, recorded_at, known_from)",
					this.submissions);
			copy(copy,
					"figure_revision (plan_id, indicator, period_start, period_end, revision, submission_id, value, obs_status)",
					this.figures);
			copy(copy,
					"figure_review (plan_id, indicator, period_start, period_end, revision, approved, reviewer, recorded_at, known_from)",
					this.reviews);
		}
	}

	private static void copy(CopyManager copy, String table, StringBuilder rows) throws SQLException, IOException {
		copy.copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.toString()));
	}

}
