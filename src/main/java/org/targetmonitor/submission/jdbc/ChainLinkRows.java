package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;

/** Reads a plan's links in their order, each with its facts, one at a time. */
final class ChainLinkRows {

	private final JdbcClient jdbc;

	ChainLinkRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Hands every link to the chain that is verified. */
	void each(String plan, Chain chain) {
		Reading reading = new Reading(plan, chain);
		this.jdbc.sql("""
				SELECT number, kind, submission_id, recorded_at, previous_hash, hash, fact, content
				FROM chain_link LEFT JOIN chain_fact USING (plan_id, number)
				WHERE plan_id = :plan ORDER BY number, position
				""").param("plan", plan).query((row) -> {
			reading.row(row);
		});
		reading.end();
	}

	/** The rows of one link follow each other. */
	private static final class Reading {

		private final String plan;

		private final Chain chain;

		private final List<ChainFact> facts = new ArrayList<>();

		private @Nullable Row link;

		private Reading(String plan, Chain chain) {
			this.plan = plan;
			this.chain = chain;
		}

		/** What is stored of a link itself. */
		private record Row(long number, String kind, @Nullable UUID submission, @Nullable Instant recordedAt,
				@Nullable String previous, String hash) {
		}

		private void row(ResultSet row) throws SQLException {
			Row before = this.link;
			if (before == null || before.number() != row.getLong("number")) {
				end();
				this.link = new Row(row.getLong("number"), row.getString("kind"),
						row.getObject("submission_id", UUID.class), JdbcChains.instant(row, "recorded_at"),
						row.getString("previous_hash"), row.getString("hash"));
			}
			String fact = row.getString("fact");
			if (fact != null) {
				this.facts.add(new ChainFact(fact, row.getString("content")));
			}
		}

		private void end() {
			Row ended = this.link;
			if (ended != null) {
				hand(ended);
			}
			this.facts.clear();
		}

		private void hand(Row link) {
			Instant recordedAt = link.recordedAt();
			Optional<ChainLink.Kind> kind = ChainLink.Kind.of(link.kind());
			if (recordedAt == null) {
				this.chain.unreadable(link.number(), link.hash(), "recorded_at ~");
			}
			else if (kind.isEmpty()) {
				this.chain.unreadable(link.number(), link.hash(), "kind " + link.kind());
			}
			else {
				this.chain.link(new ChainLink(this.plan, link.number(), kind.get(), link.submission(), recordedAt,
						link.previous(), link.hash(), this.facts));
			}
		}

	}

}
