package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.plan.PlanSeal;
import org.targetmonitor.submission.BaseShare;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainFact.Sort;
import org.targetmonitor.submission.ChainLink;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.OversightSeal;
import org.targetmonitor.submission.Revision;

/**
 * The chains in PostgreSQL. A link is appended by whoever holds the plan, in the
 * transaction that appends its facts, out of the rows as they are stored.
 */
@Repository
class JdbcChain implements Chains, PlanSeal, OversightSeal {

	private static final Logger log = LoggerFactory.getLogger(JdbcChain.class);

	/** A plan whose head was removed is there still, with an end that does not fit. */
	private static final String HEADS = """
			SELECT plan.plan_id, coalesce(chain_number, 0) AS chain_number, chain_hash
			FROM plan LEFT JOIN plan_change USING (plan_id)
			""";

	private final JdbcClient jdbc;

	private final FactRows facts;

	private final Clock clock;

	private final TransactionTemplate transaction;

	private final TransactionTemplate snapshot;

	JdbcChain(JdbcClient jdbc, FactRows facts, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.facts = facts;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	@Override
	public List<Chain.Head> heads() {
		return this.jdbc.sql(HEADS + " ORDER BY plan_id").query((row, number) -> head(row)).list();
	}

	@Override
	public Chain read(String plan) {
		return Objects.requireNonNull(this.snapshot.execute((status) -> new Chain(head(plan), start(plan), links(plan),
				this.facts.of(plan).stream().collect(Collectors.toMap(ChainFact::id, ChainFact::content)))));
	}

	@Override
	public Optional<Place> find(String hash) {
		return this.jdbc.sql("SELECT plan_id, number, recorded_at FROM chain_link WHERE hash = :hash")
			.param("hash", hash.strip().toLowerCase(Locale.ROOT))
			.query((row, number) -> new Place(row.getString("plan_id"), row.getLong("number"),
					row.getTimestamp("recorded_at").toInstant()))
			.optional();
	}

	@Override
	public void begin(String plan) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("SELECT number FROM plan_change WHERE plan_id = :plan FOR UPDATE")
				.param("plan", plan)
				.query(Long.class)
				.optional();
			begin(plan, this.clock.instant());
		});
	}

	@Override
	public void begin(String plan, Instant now) {
		if (!isOwed(plan)) {
			return;
		}
		List<ChainFact> all = this.facts.of(plan);
		ChainLink link = append(plan, ChainLink.Kind.START, null, now, all);
		this.jdbc.sql("INSERT INTO chain_start (plan_id, step, hash) VALUES (:plan, 'sealed', :hash)")
			.param("plan", plan)
			.param("hash", link.hash())
			.update();
		log.warn("plan {} had no chain: {} facts that were there already are sealed as they are now", plan, all.size());
	}

	private boolean isOwed(String plan) {
		return this.jdbc.sql("SELECT step FROM chain_start WHERE plan_id = :plan")
			.param("plan", plan)
			.query(String.class)
			.list()
			.equals(List.of("owed"));
	}

	private @Nullable String start(String plan) {
		return this.jdbc.sql("SELECT hash FROM chain_start WHERE plan_id = :plan AND step = 'sealed'")
			.param("plan", plan)
			.query(String.class)
			.optional()
			.orElse(null);
	}

	@Override
	public List<Start> starts() {
		return this.jdbc.sql("""
				SELECT plan_id, recorded_at, count(fact) AS facts
				FROM chain_link LEFT JOIN chain_fact USING (plan_id, number)
				WHERE kind = 'start' GROUP BY plan_id, number, recorded_at ORDER BY plan_id, number
				""")
			.query((row, number) -> new Start(row.getString("plan_id"), row.getTimestamp("recorded_at").toInstant(),
					row.getLong("facts")))
			.list();
	}

	@Override
	public void seal(String plan, @Nullable Integer heading, Map<String, Integer> targets, Instant now) {
		List<String> ids = new ArrayList<>();
		if (heading != null) {
			ids.add(Sort.HEADING.id(heading.toString()));
		}
		targets.forEach((indicator, revision) -> ids.add(Sort.TARGET.id(indicator, revision.toString())));
		append(plan, ChainLink.Kind.PLAN, null, now, chosen(this.facts.ofPlan(plan), Set.copyOf(ids)));
	}

	@Override
	public void seal(String plan, Set<String> ids, Instant now) {
		append(plan, ChainLink.Kind.OVERSIGHT, null, now, chosen(this.facts.ofOversight(plan), ids));
	}

	/** Seals new revisions of base shares. */
	void seal(String plan, List<BaseShare> shares, Instant now) {
		Set<String> ids = shares.stream()
			.map((share) -> Sort.BASE_SHARE.id(share.indicator(), share.period().start().toString(),
					share.period().end().toString(), Integer.toString(share.number())))
			.collect(Collectors.toSet());
		append(plan, ChainLink.Kind.PLAN, null, now, chosen(this.facts.baseShares(plan), ids));
	}

	/** Seals a submission with all its revisions. */
	void seal(String plan, UUID submission, Instant now) {
		append(plan, ChainLink.Kind.SUBMISSION, submission, now, this.facts.ofSubmissions(plan, submission));
	}

	/**
	 * Seals a decision: the submission, the revisions decided about, and what was
	 * decided.
	 */
	void seal(String plan, UUID submission, List<Revision> decided, boolean approved, Instant now) {
		Set<String> ids = decided.stream()
			.flatMap((revision) -> List.of(id(Sort.FIGURE, revision), id(Sort.REVIEW, revision)).stream())
			.collect(Collectors.toSet());
		ids.add(Sort.SUBMISSION.id(submission.toString()));
		append(plan, approved ? ChainLink.Kind.APPROVAL : ChainLink.Kind.RETURN, submission, now,
				chosen(this.facts.ofSubmissions(plan, submission), ids));
	}

	private static String id(Sort sort, Revision revision) {
		return sort.id(revision.indicator(), revision.period().start().toString(), revision.period().end().toString(),
				Integer.toString(revision.number()));
	}

	private static List<ChainFact> chosen(List<ChainFact> facts, Set<String> ids) {
		List<ChainFact> chosen = facts.stream().filter((fact) -> ids.contains(fact.id())).toList();
		if (chosen.size() != ids.size()) {
			throw new IllegalStateException("not all facts to seal are there: " + ids);
		}
		return chosen;
	}

	private ChainLink append(String plan, ChainLink.Kind kind, @Nullable UUID submission, Instant now,
			List<ChainFact> facts) {
		Chain.Head before = head(plan);
		// As the database stores it
		Instant recordedAt = now.truncatedTo(ChronoUnit.MICROS);
		ChainLink link = ChainLink.seal(plan, before.number() + 1, kind, submission, recordedAt, before.hash(), facts);
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
		for (int position = 0; position < facts.size(); position++) {
			append(link, position, facts.get(position));
		}
		this.jdbc.sql("UPDATE plan_change SET chain_number = :number, chain_hash = :hash WHERE plan_id = :plan")
			.param("plan", plan)
			.param("number", link.number())
			.param("hash", link.hash())
			.update();
		logOnceCommitted(link);
		return link;
	}

	/* A hash that somebody copies from the log must be one that was kept */
	private static void logOnceCommitted(ChainLink link) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				log.info("chain of plan {}: link {} has hash {}", link.plan(), link.number(), link.hash());
			}

		});
	}

	private void append(ChainLink link, int position, ChainFact fact) {
		this.jdbc.sql("""
				INSERT INTO chain_fact (plan_id, number, position, fact, content)
				VALUES (:plan, :number, :position, :fact, :content)
				""")
			.param("plan", link.plan())
			.param("number", link.number())
			.param("position", position)
			.param("fact", fact.id())
			.param("content", fact.content())
			.update();
	}

	private Chain.Head head(String plan) {
		return this.jdbc.sql(HEADS + " WHERE plan_id = :plan")
			.param("plan", plan)
			.query((row, number) -> head(row))
			.single();
	}

	private static Chain.Head head(ResultSet row) throws SQLException {
		return new Chain.Head(row.getString("plan_id"), row.getLong("chain_number"), row.getString("chain_hash"));
	}

	private List<ChainLink> links(String plan) {
		Map<Long, List<ChainFact>> sealed = new TreeMap<>();
		this.jdbc.sql("SELECT number, fact, content FROM chain_fact WHERE plan_id = :plan ORDER BY number, position")
			.param("plan", plan)
			.query((row) -> {
				sealed.computeIfAbsent(row.getLong("number"), (number) -> new ArrayList<>())
					.add(new ChainFact(row.getString("fact"), row.getString("content")));
			});
		return this.jdbc.sql("""
				SELECT number, kind, submission_id, recorded_at, previous_hash, hash
				FROM chain_link WHERE plan_id = :plan ORDER BY number
				""")
			.param("plan", plan)
			.query((row, number) -> new ChainLink(plan, row.getLong("number"),
					ChainLink.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
					row.getObject("submission_id", UUID.class), row.getTimestamp("recorded_at").toInstant(),
					row.getString("previous_hash"), row.getString("hash"),
					sealed.getOrDefault(row.getLong("number"), List.of())))
			.list();
	}

}
