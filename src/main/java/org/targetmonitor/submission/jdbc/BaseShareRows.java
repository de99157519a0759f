package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.BaseShares;

/** Reads a plan's base shares. */
@Component
public class BaseShareRows {

	private final JdbcClient jdbc;

	BaseShareRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every revision; what was known when is sorted out by {@link BaseShares#asOf}. */
	public BaseShares of(String plan) {
		return new BaseShares(this.jdbc.sql("""
				SELECT indicator, period_start, period_end, revision, share, origin, reason, author, recorded_at,
				  known_from
				FROM base_share WHERE plan_id = :plan
				""").param("plan", plan).query(BaseShareRows::share).list());
	}

	private static BaseShare share(ResultSet row, int number) throws SQLException {
		Period period = Period.between(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
		return new BaseShare(row.getString("indicator"), period, row.getInt("revision"), row.getBigDecimal("share"),
				row.getString("origin"), row.getString("reason"), row.getString("author"),
				row.getTimestamp("recorded_at").toInstant(), row.getTimestamp("known_from").toInstant());
	}

}
