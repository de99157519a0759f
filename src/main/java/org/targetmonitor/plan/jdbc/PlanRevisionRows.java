package org.targetmonitor.plan.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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

	private static final String HEADING = """
			SELECT '' AS part, revision, header::text AS content, reason, document, document_date, author,
			  recorded_at, known_from
			FROM plan_revision WHERE plan_id = :plan""";

	private static final String TARGETS = """
			SELECT indicator AS part, revision, definition::text AS content, reason, document, document_date, author,
			  recorded_at, known_from
			FROM target_revision WHERE plan_id = :plan""";

	private final JdbcClient jdbc;

	PlanRevisionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The heading first, then by indicator, each with the newest first. */
	List<PlanRevision> of(String plan) {
		return revisions(rows(HEADING + " UNION ALL " + TARGETS + " ORDER BY part, revision", plan, ""));
	}

	/** One part alone. */
	List<PlanRevision> of(String plan, String part) {
		return revisions(rows((part.isEmpty() ? HEADING : TARGETS + " AND indicator = :part") + " ORDER BY revision",
				plan, part));
	}

	/** As they are stored: what they mean is worked out when the connection is free. */
	private record Row(String part, @Nullable String content, int number, Grounds grounds, String author,
			Instant recordedAt, Instant knownFrom) {
	}

	private List<Row> rows(String sql, String plan, String part) {
		return this.jdbc.sql(sql)
			.param("plan", plan)
			.param("part", part)
			.query((row, number) -> new Row(row.getString("part"), row.getString("content"), row.getInt("revision"),
					grounds(row), row.getString("author"), row.getTimestamp("recorded_at").toInstant(),
					row.getTimestamp("known_from").toInstant()))
			.list();
	}

	/** Rows come with the oldest first, by part. */
	private static List<PlanRevision> revisions(List<Row> rows) {
		Map<String, Node.Mapping> before = new HashMap<>();
		List<PlanRevision> revisions = new ArrayList<>();
		rows.forEach((row) -> revisions.add(revision(row, before)));
		return revisions.stream()
			.sorted(Comparator.comparing((PlanRevision revision) -> revision.difference().part())
				.thenComparing(Comparator.comparingInt(PlanRevision::number).reversed()))
			.toList();
	}

	/** {@code before} holds each part's last one. */
	private static PlanRevision revision(Row row, Map<String, Node.Mapping> before) {
		Node.Mapping now = (row.content() != null) ? (Node.Mapping) JsonTree.read(row.content()) : null;
		PlanDifference difference = PlanDifference.of(row.part(), before.get(row.part()), now);
		if (now != null) {
			before.put(row.part(), now);
		}
		else {
			before.remove(row.part());
		}
		return new PlanRevision(difference, row.number(), row.grounds(), row.author(), row.recordedAt(),
				row.knownFrom());
	}

	private static Grounds grounds(ResultSet row) throws SQLException {
		return new Grounds(row.getString("reason"), row.getString("document"),
				row.getObject("document_date", LocalDate.class));
	}

}
