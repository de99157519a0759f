package org.targetmonitor.plan.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.PlanSeal;

/** Appends revisions of a plan's heading and of its targets, and seals them. */
@Component
class PlanAppends {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcOperations batches;

	private final PlanSeal seal;

	PlanAppends(JdbcClient jdbc, NamedParameterJdbcOperations batches, PlanSeal seal) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.seal = seal;
	}

	/**
	 * What revisions that are recorded together have in common.
	 *
	 * @param grounds reason and document
	 * @param author the account
	 * @param now when they are recorded
	 * @param knownFrom from when they count
	 */
	record Act(Grounds grounds, String author, Instant now, Instant knownFrom) {
	}

	/** The number of the heading's next revision. */
	int nextHeading(String plan) {
		return this.jdbc.sql("SELECT max(revision) + 1 FROM plan_revision WHERE plan_id = :plan")
			.param("plan", plan)
			.query(Integer.class)
			.single();
	}

	/**
	 * Appends a revision of the heading, if it has one, and of targets, and seals them.
	 */
	void append(PlanFile file, @Nullable Integer heading, Collection<String> indicators, Act act) {
		if (heading != null) {
			appendHeading(file, heading, act);
		}
		Map<String, Integer> targets = next(file.plan().id(), indicators);
		appendTargets(file, targets, act);
		this.seal.seal(file.plan().id(), heading, targets, act.now());
	}

	/** Where each target stands in the file. */
	static Map<String, Integer> positions(PlanFile file) {
		Map<String, Integer> positions = new HashMap<>();
		file.definitions().keySet().forEach((indicator) -> positions.put(indicator, positions.size()));
		return positions;
	}

	private void appendHeading(PlanFile file, int revision, Act act) {
		this.jdbc.sql("""
				INSERT INTO plan_revision
				  (plan_id, revision, area_code, year, header, reason, document, document_date, author, recorded_at,
				   known_from)
				VALUES (:plan, :revision, :area, :year, CAST(:header AS json), :reason, :document,
				  CAST(:documentDate AS date), :author, :now, :knownFrom)
				""")
			.param("plan", file.plan().id())
			.param("revision", revision)
			.param("area", file.plan().area().code())
			.param("year", file.plan().year())
			.param("header", JsonTree.write(file.header()))
			.param("reason", act.grounds().reason())
			.param("document", act.grounds().document())
			.param("documentDate", act.grounds().documentDate())
			.param("author", act.author())
			.param("now", Timestamp.from(act.now()))
			.param("knownFrom", Timestamp.from(act.knownFrom()))
			.update();
	}

	/** The numbers of the targets' next revisions, by indicator. */
	private Map<String, Integer> next(String plan, Collection<String> indicators) {
		Map<String, Integer> present = new HashMap<>();
		this.jdbc.sql(
				"SELECT indicator, max(revision) AS revision FROM target_revision WHERE plan_id = :plan GROUP BY indicator")
			.param("plan", plan)
			.query((row) -> {
				present.put(row.getString("indicator"), row.getInt("revision"));
			});
		Map<String, Integer> next = new TreeMap<>();
		indicators.forEach((indicator) -> next.put(indicator, present.getOrDefault(indicator, 0) + 1));
		return next;
	}

	private void appendTargets(PlanFile file, Map<String, Integer> targets, Act act) {
		Map<String, Integer> positions = positions(file);
		Batches.update(this.batches,
				"INSERT INTO target (plan_id, indicator) VALUES (:plan, :indicator) ON CONFLICT DO NOTHING",
				targets.keySet().stream().map((indicator) -> row(file, indicator)));
		Batches.update(this.batches, """
				INSERT INTO target_revision
				  (plan_id, indicator, revision, position, definition, reason, document, document_date, author,
				   recorded_at, known_from)
				VALUES (:plan, :indicator, :revision, :position, CAST(:definition AS json), :reason, :document,
				  CAST(:documentDate AS date), :author, :now, :knownFrom)
				""",
				targets.entrySet()
					.stream()
					.map((target) -> row(file, target.getKey(), act).addValue("revision", target.getValue())
						.addValue("position", positions.getOrDefault(target.getKey(), -1))));
	}

	private static MapSqlParameterSource row(PlanFile file, String indicator) {
		return new MapSqlParameterSource("plan", file.plan().id()).addValue("indicator", indicator);
	}

	private static MapSqlParameterSource row(PlanFile file, String indicator, Act act) {
		Node.Mapping definition = file.definitions().get(indicator);
		return row(file, indicator).addValue("definition", (definition != null) ? JsonTree.write(definition) : null)
			.addValue("reason", act.grounds().reason())
			.addValue("document", act.grounds().document())
			.addValue("documentDate", act.grounds().documentDate())
			.addValue("author", act.author())
			.addValue("now", Timestamp.from(act.now()))
			.addValue("knownFrom", Timestamp.from(act.knownFrom()));
	}

}
