package org.targetmonitor.plan.jdbc;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.plan.PlanVersions;

/**
 * Reads what plans were at each moment. Putting a plan together costs more than all else
 * that is read of it, and of a hundred changes of a plan's facts one is of its targets:
 * what was put together is kept while the rows are the same ones.
 */
@Component
public class PlanVersionRows {

	private final JdbcClient jdbc;

	private final Map<String, Kept> kept = new ConcurrentHashMap<>();

	PlanVersionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What was put together of a plan.
	 *
	 * @param rows which rows it was put together of: how many, and the transactions that
	 * wrote them
	 */
	private record Kept(String rows, PlanVersions versions) {
	}

	/** The versions of each plan, read in two statements. */
	public Function<String, PlanVersions> of(Collection<String> plans) {
		Map<String, String> rows = rows(plans);
		Map<String, PlanVersions> known = new HashMap<>();
		rows.forEach((plan, now) -> {
			Kept before = this.kept.get(plan);
			if (before != null && before.rows().equals(now)) {
				known.put(plan, before.versions());
			}
		});
		Function<String, PlanVersions> read = read(plans.stream().filter((plan) -> !known.containsKey(plan)).toList());
		return (plan) -> {
			PlanVersions before = known.get(plan);
			if (before != null) {
				return before;
			}
			PlanVersions versions = read.apply(plan);
			this.kept.put(plan, new Kept(rows.getOrDefault(plan, ""), versions));
			return versions;
		};
	}

	private Map<String, String> rows(Collection<String> plans) {
		Map<String, String> rows = new LinkedHashMap<>();
		this.jdbc.sql("""
				SELECT plan_id, string_agg(rows, ' ' ORDER BY rows) AS rows FROM (
				  SELECT plan_id, 'heading ' || count(*) || ' ' || sum(xmin::text::bigint) AS rows
				  FROM plan_revision WHERE plan_id = ANY(:plans) GROUP BY plan_id
				  UNION ALL
				  SELECT plan_id, 'targets ' || count(*) || ' ' || sum(xmin::text::bigint)
				  FROM target_revision WHERE plan_id = ANY(:plans) GROUP BY plan_id
				) parts GROUP BY plan_id
				""").param("plans", plans.toArray(String[]::new)).query((row) -> {
			rows.put(row.getString("plan_id"), row.getString("rows"));
		});
		return rows;
	}

	private Function<String, PlanVersions> read(List<String> plans) {
		ByPlan<PlanVersions.Part> parts = new ByPlan<>();
		if (!plans.isEmpty()) {
			this.jdbc
				.sql("""
						SELECT plan_id, '' AS part, revision, 0 AS position, known_from, recorded_at, header::text AS content
						FROM plan_revision WHERE plan_id = ANY(:plans)
						UNION ALL
						SELECT plan_id, indicator, revision, position, known_from, recorded_at, definition::text
						FROM target_revision WHERE plan_id = ANY(:plans)
						""")
				.param("plans", plans.toArray(String[]::new))
				.query((row) -> {
					parts.add(row.getString("plan_id"), () -> {
						String content = row.getString("content");
						return new PlanVersions.Part(row.getString("part"), row.getInt("revision"),
								row.getInt("position"), row.getTimestamp("known_from").toInstant(),
								row.getTimestamp("recorded_at").toInstant(),
								(content != null) ? (Node.Mapping) JsonTree.read(content) : null);
					});
				});
		}
		return (plan) -> parts.<PlanVersions>each((rows) -> PlanVersions.of(plan, rows)).apply(plan);
	}

}
