package org.targetmonitor.submission.jdbc;

import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.plan.RecordedFigures;

/** Counts the periods that figures were handed in for and not returned. */
@Component
class RecordedFigureRows implements RecordedFigures {

	private final JdbcClient jdbc;

	RecordedFigureRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, Held> of(String plan) {
		Map<String, Held> held = new HashMap<>();
		this.jdbc
			.sql("""
					SELECT indicator, count(*) FILTER (WHERE figures > 0) AS figures, count(*) FILTER (WHERE levels > 0) AS levels
					FROM (
					  SELECT f.indicator, count(coalesce(f.value::text, f.extent, f.quarter_value::text)) AS figures,
					    count(f.level) AS levels
					  FROM figure_revision f
					  WHERE f.plan_id = :plan AND NOT EXISTS (
					    SELECT FROM figure_review r WHERE r.plan_id = f.plan_id AND r.indicator = f.indicator
					    AND r.period_start = f.period_start AND r.period_end = f.period_end AND r.revision = f.revision
					    AND NOT r.approved)
					  GROUP BY f.indicator, f.period_start, f.period_end
					) periods
					GROUP BY indicator
					""")
			.param("plan", plan)
			.query((row) -> {
				held.put(row.getString("indicator"), new Held(row.getInt("figures"), row.getInt("levels")));
			});
		return held;
	}

}
