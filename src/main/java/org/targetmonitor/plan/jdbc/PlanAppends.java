package org.targetmonitor.plan.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

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

	private final PlanSeal seal;

	PlanAppends(JdbcClient jdbc, PlanSeal seal) {
		this.jdbc = jdbc;
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
		Map<String, Integer> targets = new TreeMap<>();
		Map<String, Integer> positions = positions(file);
		indicators.forEach((indicator) -> targets.put(indicator,
				appendTarget(file, indicator, positions.getOrDefault(indicator, -1), act)));
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

	/** The number of the revision that was appended. */
	private int appendTarget(PlanFile file, String indicator, int position, Act act) {
		String plan = file.plan().id();
		Node.Mapping definition = file.definitions().get(indicator);
		this.jdbc.sql("INSERT INTO target (plan_id, indicator) VALUES (:plan, :indicator) ON CONFLICT DO NOTHING")
			.param("plan", plan)
			.param("indicator", indicator)
			.update();
		return this.jdbc.sql("""
				INSERT INTO target_revision
				  (plan_id, indicator, revision, position, definition, reason, document, document_date, author,
				   recorded_at, known_from)
				SELECT :plan, :indicator, coalesce(max(revision), 0) + 1, :position, CAST(:definition AS json), :reason,
				  :document, CAST(:documentDate AS date), :author, :now, :knownFrom
				FROM target_revision WHERE plan_id = :plan AND indicator = :indicator
				RETURNING revision
				""")
			.param("plan", plan)
			.param("indicator", indicator)
			.param("position", position)
			.param("definition", (definition != null) ? JsonTree.write(definition) : null)
			.param("reason", act.grounds().reason())
			.param("document", act.grounds().document())
			.param("documentDate", act.grounds().documentDate())
			.param("author", act.author())
			.param("now", Timestamp.from(act.now()))
			.param("knownFrom", Timestamp.from(act.knownFrom()))
			.query(Integer.class)
			.single();
	}

}
