package org.targetmonitor.plan.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.PlanDifference;
import org.targetmonitor.plan.PlanRevision;

/** Reads every revision of a plan, each with what it changed. */
@Component
class PlanRevisionRows {

	private final JdbcClient jdbc;

	PlanRevisionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The heading first, then by indicator, each with the newest first. */
	List<PlanRevision> of(String plan) {
		List<PlanRevision> revisions = new ArrayList<>();
		Map<String, Node.Mapping> before = new HashMap<>();
		this.jdbc.sql("""
				SELECT '' AS part, revision, header::text AS content, reason, document, document_date, author,
				  recorded_at, known_from
				FROM plan_revision WHERE plan_id = :plan
				UNION ALL
				SELECT indicator, revision, definition::text, reason, document, document_date, author, recorded_at,
				  known_from
				FROM target_revision WHERE plan_id = :plan
				ORDER BY part, revision
				""").param("plan", plan).query((row) -> {
			revisions.add(revision(row, before));
		});
		return revisions.stream()
			.sorted(Comparator.comparing((PlanRevision revision) -> revision.difference().part())
				.thenComparing(Comparator.comparingInt(PlanRevision::number).reversed()))
			.toList();
	}

	/** Rows come with the oldest first; {@code before} holds each part's last one. */
	private static PlanRevision revision(ResultSet row, Map<String, Node.Mapping> before) throws SQLException {
		String part = row.getString("part");
		String content = row.getString("content");
		Node.Mapping now = (content != null) ? (Node.Mapping) JsonTree.read(content) : null;
		PlanDifference difference = PlanDifference.of(part, before.get(part), now);
		if (now != null) {
			before.put(part, now);
		}
		else {
			before.remove(part);
		}
		return new PlanRevision(difference, row.getInt("revision"), grounds(row), row.getString("author"),
				row.getTimestamp("recorded_at").toInstant(), row.getTimestamp("known_from").toInstant());
	}

	private static Grounds grounds(ResultSet row) throws SQLException {
		return new Grounds(row.getString("reason"), row.getString("document"),
				row.getObject("document_date", LocalDate.class));
	}

}
