package org.targetmonitor.reference.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.targetmonitor.plan.jdbc.Batches;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;
import org.targetmonitor.submission.ChainRecord;
import org.targetmonitor.submission.ChainReport;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.SideChain;

/**
 * Seals reference figures in a chain of their own, out of the rows as they are stored,
 * and verifies it.
 */
@Repository
class ReferenceChain implements SideChain {

	/** No plan's code has a space. */
	static final String NAME = "reference figures";

	private static final Logger log = LoggerFactory.getLogger(ReferenceChain.class);

	/** How many columns of a row say which one it is. */
	private static final int PARTS = 6;

	private static final String FACTS = """
			SELECT area_code, indicator, measure, period_start::text AS period_start, period_end::text AS period_end,
			  revision::text AS revision, area_name, unit, value::text AS value, obs_status, origin,
			  published::text AS published, reason, author,
			  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded_at,
			  to_char(known_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS known_from
			FROM reference_figure
			WHERE CAST(:areas AS text[]) IS NULL OR area_code = ANY(CAST(:areas AS text[]))
			ORDER BY area_code, indicator, measure, period_start, period_end, reference_figure.revision
			""";

	private final NamedParameterJdbcOperations rows;

	private final JdbcClient jdbc;

	ReferenceChain(NamedParameterJdbcOperations rows) {
		this.rows = rows;
		this.jdbc = JdbcClient.create(rows);
	}

	@Override
	public String name() {
		return NAME;
	}

	/** Makes the caller's transaction the only one that writes. */
	void hold() {
		this.jdbc.sql("SELECT number FROM reference_head FOR UPDATE").query(Long.class).single();
	}

	/** Seals new revisions, in the transaction that appended them. */
	void seal(List<ReferenceFigure> revisions, Instant now) {
		Map<String, ChainFact> stored = new HashMap<>();
		String[] areas = revisions.stream()
			.map((revision) -> revision.place().area())
			.distinct()
			.toArray(String[]::new);
		each(areas, (fact) -> stored.put(fact.id(), fact));
		List<ChainFact> facts = revisions.stream().map((revision) -> id(revision)).map((id) -> {
			ChainFact fact = stored.get(id);
			if (fact == null) {
				throw new IllegalStateException("not all facts to seal are there: " + id);
			}
			return fact;
		}).toList();
		Chain.Head before = kept();
		ChainLink link = ChainLink.seal(NAME, before.number() + 1, ChainLink.Kind.REFERENCE, null, now, before.hash(),
				facts);
		append(link);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			/* A hash that somebody copies from the log must be one that was kept */
			@Override
			public void afterCommit() {
				log.info("chain of the reference figures: link {} has hash {}", link.number(), link.hash());
			}

		});
	}

	private static String id(ReferenceFigure figure) {
		ReferenceFigure.Place place = figure.place();
		return id(List.of(place.area(), place.indicator(), place.measure().key(), place.period().start().toString(),
				place.period().end().toString(), Integer.toString(figure.number())));
	}

	private static String id(List<String> key) {
		return "reference-figure/" + String.join("/", key);
	}

	private void append(ChainLink link) {
		this.jdbc.sql("""
				INSERT INTO reference_link (number, recorded_at, previous_hash, hash)
				VALUES (:number, :recordedAt, :previous, :hash)
				""")
			.param("number", link.number())
			.param("recordedAt", Timestamp.from(link.recordedAt()))
			.param("previous", link.previous())
			.param("hash", link.hash())
			.update();
		Batches.update(this.rows,
				"INSERT INTO reference_fact (number, position, fact, content) VALUES (:number, :position, :fact, :content)",
				IntStream.range(0, link.facts().size())
					.mapToObj((position) -> new MapSqlParameterSource("number", link.number())
						.addValue("position", position)
						.addValue("fact", link.facts().get(position).id())
						.addValue("content", link.facts().get(position).content())));
		this.jdbc.sql("UPDATE reference_head SET number = :number, hash = :hash")
			.param("number", link.number())
			.param("hash", link.hash())
			.update();
	}

	private Chain.Head kept() {
		return this.jdbc.sql("SELECT number, hash FROM reference_head")
			.query((row, number) -> new Chain.Head(NAME, row.getLong("number"), row.getString("hash")))
			.optional()
			.orElseGet(() -> new Chain.Head(NAME, 0, null));
	}

	/** Where everything was removed, the audit still says that there was something. */
	@Override
	public Optional<Chain.Head> head() {
		boolean any = this.jdbc.sql("""
				SELECT NOT EXISTS (SELECT 1 FROM reference_head WHERE number = 0)
				  OR EXISTS (SELECT 1 FROM reference_figure) OR EXISTS (SELECT 1 FROM reference_link)
				  OR EXISTS (SELECT 1 FROM audit_event WHERE succeeded AND action = 'reference' AND detail <> '0')
				""").query(Boolean.class).single();
		return any ? Optional.of(kept()) : Optional.empty();
	}

	@Override
	public ChainReport verify() {
		Chain chain = new Chain(new ChainRecord(kept(), true, null, false, Instant.EPOCH, null, true, null, null));
		each(null, chain::present);
		links(chain);
		return chain.report((ids) -> contents(ids));
	}

	private Map<String, String> contents(Set<String> ids) {
		Map<String, String> contents = new HashMap<>();
		each(null, (fact) -> {
			if (ids.contains(fact.id())) {
				contents.put(fact.id(), fact.content());
			}
		});
		return contents;
	}

	private void links(Chain chain) {
		Map<Long, List<ChainFact>> facts = new HashMap<>();
		this.jdbc.sql("SELECT number, fact, content FROM reference_fact ORDER BY number, position").query((row) -> {
			facts.computeIfAbsent(row.getLong("number"), (link) -> new ArrayList<>())
				.add(new ChainFact(row.getString("fact"), row.getString("content")));
		});
		this.jdbc.sql("SELECT number, recorded_at, previous_hash, hash FROM reference_link ORDER BY number")
			.query((row) -> {
				long number = row.getLong("number");
				chain.link(new ChainLink(NAME, number, ChainLink.Kind.REFERENCE, null,
						row.getTimestamp("recorded_at").toInstant(), row.getString("previous_hash"),
						row.getString("hash"), facts.getOrDefault(number, List.of())));
			});
	}

	@Override
	public Optional<Chains.Place> find(String hash) {
		return this.jdbc.sql("SELECT number, recorded_at FROM reference_link WHERE hash = :hash LIMIT 1")
			.param("hash", hash.strip().toLowerCase(Locale.ROOT))
			.query((row, number) -> new Chains.Place(NAME, row.getLong("number"),
					row.getTimestamp("recorded_at").toInstant()))
			.optional();
	}

	/** Of some areas, or all. */
	private void each(String @Nullable [] areas, Consumer<ChainFact> work) {
		this.jdbc.sql(FACTS).param("areas", areas).query((RowCallbackHandler) (row) -> work.accept(fact(row)));
	}

	private static ChainFact fact(ResultSet row) throws SQLException {
		Map<String, @Nullable String> columns = new LinkedHashMap<>();
		List<String> key = new ArrayList<>();
		for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
			columns.put(row.getMetaData().getColumnLabel(column), row.getString(column));
			if (column <= PARTS) {
				key.add(String.valueOf(row.getString(column)));
			}
		}
		return ChainFact.of(id(key), columns);
	}

}
