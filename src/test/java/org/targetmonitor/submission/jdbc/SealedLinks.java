package org.targetmonitor.submission.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;

/** The links of a chain as they are stored, for looking at. */
final class SealedLinks {

	private SealedLinks() {
	}

	static List<ChainLink> of(String plan, JdbcClient jdbc) {
		List<ChainLink> links = new ArrayList<>();
		jdbc.sql("""
				SELECT number, kind, submission_id, recorded_at, previous_hash, hash
				FROM chain_link WHERE plan_id = :plan ORDER BY number
				""").param("plan", plan).query((row) -> {
			links.add(new ChainLink(plan, row.getLong("number"), ChainLink.Kind.of(row.getString("kind")).orElseThrow(),
					row.getObject("submission_id", UUID.class), row.getTimestamp("recorded_at").toInstant(),
					row.getString("previous_hash"), row.getString("hash"), List.of()));
		});
		return links.stream().map((link) -> withFacts(link, jdbc)).toList();
	}

	private static ChainLink withFacts(ChainLink link, JdbcClient jdbc) {
		List<ChainFact> facts = jdbc
			.sql("SELECT fact, content FROM chain_fact WHERE plan_id = ? AND number = ? ORDER BY position")
			.params(link.plan(), link.number())
			.query((row, number) -> new ChainFact(row.getString("fact"), row.getString("content")))
			.list();
		return new ChainLink(link.plan(), link.number(), link.kind(), link.submission(), link.recordedAt(),
				link.previous(), link.hash(), facts);
	}

}
