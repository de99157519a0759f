package org.targetmonitor.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An approved correction of a made figure, written beside the monitor as another replica
 * would write it.
 */
final class Correction implements AutoCloseable {

	private static final String SUBMISSION = """
			INSERT INTO submission (plan_id, submission_id, period_start, period_end, reason, author, recorded_at, known_from)
			VALUES (?, ?, '2024-07-01', '2024-10-01', 'measured', 'bench', now(), now())""";

	private static final String FIGURE = """
			INSERT INTO figure_revision (plan_id, indicator, period_start, period_end, revision, submission_id, value, obs_status, kind, replaces)
			VALUES (?, ?, '2024-07-01', '2024-10-01', ?, ?, ?, 'P', 'correction', ?)""";

	private static final String REVIEW = """
			INSERT INTO figure_review (plan_id, indicator, period_start, period_end, revision, approved, reviewer, recorded_at, known_from)
			VALUES (?, ?, '2024-07-01', '2024-10-01', ?, true, 'reviewer', now(), now())""";

	private final Connection connection;

	private final String plan;

	private int revision = 1;

	Correction(Server.Database database, String plan) throws SQLException {
		this.connection = database.connect();
		this.connection.setAutoCommit(false);
		this.plan = plan;
	}

	/** Corrects the plan's first indicator once more. */
	void write() throws SQLException {
		this.revision++;
		UUID submission = UUID.randomUUID();
		execute(SUBMISSION, this.plan, submission);
		execute(FIGURE, this.plan, "i0", this.revision, submission, BigDecimal.valueOf(50 + this.revision % 9, 1),
				this.revision - 1);
		execute(REVIEW, this.plan, "i0", this.revision);
		execute("UPDATE plan_change SET number = number + 1 WHERE plan_id = ?", this.plan);
		this.connection.commit();
	}

	private void execute(String sql, Object... parameters) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int n = 0; n < parameters.length; n++) {
				statement.setObject(n + 1, parameters[n]);
			}
			statement.executeUpdate();
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
