package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.jdbc.ByPlan;
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
		return of(List.of(plan)).apply(plan);
	}

	/** The same of several plans, read in one statement. */
	public Function<String, BaseShares> of(Collection<String> plans) {
		ByPlan<BaseShare> shares = new ByPlan<>();
		this.jdbc.sql("""
				SELECT plan_id, indicator, period_start, period_end, revision, share, origin, reason, author,
				  recorded_at, known_from
				FROM base_share WHERE plan_id = ANY(:plans)
				""").param("plans", plans.toArray(String[]::new)).query((row) -> {
			shares.add(row.getString("plan_id"), () -> share(row));
		});
		return shares.each(BaseShares::new);
	}

	private static BaseShare share(ResultSet row) throws SQLException {
		Period period = Period.between(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
		return new BaseShare(row.getString("indicator"), period, row.getInt("revision"), row.getBigDecimal("share"),
				row.getString("origin"), row.getString("reason"), row.getString("author"),
				row.getTimestamp("recorded_at").toInstant(), row.getTimestamp("known_from").toInstant());
	}

}
