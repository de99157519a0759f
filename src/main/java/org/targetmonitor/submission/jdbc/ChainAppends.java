package org.targetmonitor.submission.jdbc;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.targetmonitor.plan.jdbc.Batches;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;

/** Appends links behind the end of a plan's chain, in the caller's transaction. */
final class ChainAppends {

	private static final Logger log = LoggerFactory.getLogger(ChainAppends.class);

	private final NamedParameterJdbcOperations rows;

	private final JdbcClient jdbc;

	ChainAppends(NamedParameterJdbcOperations rows) {
		this.rows = rows;
		this.jdbc = JdbcClient.create(rows);
	}

	ChainLink append(String plan, ChainLink.Kind kind, @Nullable UUID submission, Instant now, List<ChainFact> facts) {
		Chain.Head before = head(plan);
		// As the database stores it
		Instant recordedAt = now.truncatedTo(ChronoUnit.MICROS);
		ChainLink link = ChainLink.seal(plan, before.number() + 1, kind, submission, recordedAt, before.hash(), facts);
		warnOfTheClock(link);
		this.jdbc.sql("""
				INSERT INTO chain_link (plan_id, number, kind, submission_id, recorded_at, previous_hash, hash)
				VALUES (:plan, :number, :kind, :submission, :recordedAt, :previous, :hash)
				""")
			.param("plan", plan)
			.param("number", link.number())
			.param("kind", kind.key())
			.param("submission", submission)
			.param("recordedAt", Timestamp.from(recordedAt))
			.param("previous", link.previous())
			.param("hash", link.hash())
			.update();
		append(link, facts);
		this.jdbc.sql("UPDATE plan_change SET chain_number = :number, chain_hash = :hash WHERE plan_id = :plan")
			.param("plan", plan)
			.param("number", link.number())
			.param("hash", link.hash())
			.update();
		return link;
	}

	private void append(ChainLink link, List<ChainFact> facts) {
		Batches.update(this.rows, """
				INSERT INTO chain_fact (plan_id, number, position, fact, content)
				VALUES (:plan, :number, :position, :fact, :content)
				""", IntStream.range(0, facts.size())
			.mapToObj((position) -> new MapSqlParameterSource("plan", link.plan()).addValue("number", link.number())
				.addValue("position", position)
				.addValue("fact", facts.get(position).id())
				.addValue("content", facts.get(position).content())));
	}

	private Chain.Head head(String plan) {
		return this.jdbc.sql("SELECT chain_number, chain_hash FROM plan_change WHERE plan_id = :plan")
			.param("plan", plan)
			.query((row, number) -> new Chain.Head(plan, row.getLong("chain_number"), row.getString("chain_hash")))
			.single();
	}

	/*
	 * What is recorded keeps the time of the clock, right or wrong; whoever keeps the
	 * clock has to know
	 */
	private void warnOfTheClock(ChainLink link) {
		this.jdbc.sql("SELECT recorded_at FROM chain_link WHERE plan_id = :plan AND number = :number")
			.param("plan", link.plan())
			.param("number", link.number() - 1)
			.query((row, number) -> row.getTimestamp("recorded_at").toInstant())
			.optional()
			.filter((before) -> before.isAfter(link.recordedAt()))
			.ifPresent((before) -> log.warn(
					"the clock is behind: link {} of plan {} is recorded at {}, the link before it was at {}",
					link.number(), link.plan(), link.recordedAt(), before));
	}

}
