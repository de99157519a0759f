package org.targetmonitor.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.input.Digests;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainRecord;
import org.targetmonitor.submission.ChainReport;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.SideChain;

/**
 * Reads and verifies the chains in PostgreSQL, row by row: of a long history little is
 * held at once.
 */
@Repository
class JdbcChains implements Chains {

	private static final Logger log = LoggerFactory.getLogger(JdbcChains.class);

	private static final int ROWS_AT_ONCE = 500;

	/** What names a plan; where one of them alone is left, the rest was removed. */
	static final List<String> TABLES = List.of("plan", "plan_change", "plan_revision", "target", "target_revision",
			"submission", "figure_revision", "figure_review", "submission_receipt", "base_share", "deviation_act",
			"supervision_act", "reminder", "chain_link", "chain_fact", "chain_start");

	/** Acts that were carried out name a plan that was there. */
	private static final String IN_THE_AUDIT = """
			SELECT plan_id FROM audit_event
			WHERE succeeded AND action IN ('plan', 'submit', 'approve', 'return', 'oversight') AND plan_id IS NOT NULL
			""";

	private static final String HEADS = "SELECT known.plan_id, coalesce(chain_number, 0) AS chain_number, chain_hash FROM ("
			+ Stream
				.concat(TABLES.stream().map((table) -> "SELECT DISTINCT plan_id FROM " + table),
						Stream.of(IN_THE_AUDIT))
				.collect(Collectors.joining(" UNION "))
			+ ") known LEFT JOIN plan_change USING (plan_id) ORDER BY plan_id";

	private final JdbcClient jdbc;

	private final FactRows facts;

	private final ChainLinkRows links;

	private final List<SideChain> beside;

	private final TransactionTemplate snapshot;

	JdbcChains(DataSource dataSource, PlatformTransactionManager transactions) {
		this(dataSource, transactions, List.of());
	}

	@Autowired
	JdbcChains(DataSource dataSource, PlatformTransactionManager transactions, ObjectProvider<SideChain> beside) {
		this(dataSource, transactions, beside.orderedStream().toList());
	}

	private JdbcChains(DataSource dataSource, PlatformTransactionManager transactions, List<SideChain> beside) {
		this.beside = beside;
		// Of its own, since the limit of a page's statements is not for reading all there
		// is
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setFetchSize(ROWS_AT_ONCE);
		this.jdbc = JdbcClient.create(template);
		this.facts = new FactRows(this.jdbc);
		this.links = new ChainLinkRows(this.jdbc);
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setReadOnly(true);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
	}

	@Override
	public List<Chain.Head> heads() {
		List<Chain.Head> plans = this.jdbc.sql(HEADS).query((row, number) -> head(row)).list();
		return Stream.concat(plans.stream(), this.beside.stream().flatMap((side) -> side.head().stream())).toList();
	}

	@Override
	public ChainReport verify(String plan) {
		try {
			return Objects.requireNonNull(this.snapshot.execute((status) -> read(plan)));
		}
		catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException
				| BadSqlGrammarException | TransactionException ex) {
			// The database is away or not migrated: nothing is known of the chain
			throw ex;
		}
		catch (RuntimeException ex) {
			log.error("the chain of plan {} cannot be read", plan, ex);
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			return ChainReport.unreadable(new Chain.Head(plan, 0, null), String.valueOf(cause.getMessage()));
		}
	}

	private ChainReport read(String plan) {
		Optional<SideChain> side = this.beside.stream().filter((one) -> one.name().equals(plan)).findFirst();
		return side.isPresent() ? side.get().verify() : ofPlan(plan);
	}

	private ChainReport ofPlan(String plan) {
		Chain chain = new Chain(kept(plan));
		this.facts.each(plan, chain::present);
		this.links.each(plan, chain);
		return chain.report((ids) -> contents(plan, ids));
	}

	private Map<String, String> contents(String plan, Set<String> ids) {
		Map<String, String> contents = new HashMap<>();
		this.facts.each(plan, (fact) -> {
			if (ids.contains(fact.id())) {
				contents.put(fact.id(), fact.content());
			}
		});
		return contents;
	}

	private ChainRecord kept(String plan) {
		return this.jdbc.sql("""
				SELECT asked.plan_id, coalesce(c.chain_number, 0) AS chain_number, c.chain_hash,
				  p.plan_id IS NOT NULL AS listed, sealed.hash AS start,
				  EXISTS (SELECT 1 FROM chain_start WHERE plan_id = asked.plan_id AND step = 'owed')
				    AND sealed.hash IS NULL AS owed,
				  begun.begun_at, begun.starts, said.detail AS said,
				  begun.begun_at = said.recorded_at
				    OR EXISTS (SELECT 1 FROM chain_link WHERE kind = 'start' AND recorded_at = begun.begun_at) AS then,
				  (SELECT min(recorded_at) FROM plan_revision WHERE plan_id = asked.plan_id) AS since,
				  (SELECT string_agg(indicator, ', ' ORDER BY indicator) FROM (
				    SELECT indicator FROM target_revision WHERE plan_id = :plan
				    UNION SELECT indicator FROM figure_revision WHERE plan_id = :plan
				    UNION SELECT indicator FROM base_share WHERE plan_id = :plan
				    UNION SELECT indicator FROM deviation_act WHERE plan_id = :plan
				    UNION SELECT indicator FROM supervision_act WHERE plan_id = :plan
				    EXCEPT SELECT indicator FROM target WHERE plan_id = :plan) without) AS unlisted
				FROM (SELECT CAST(:plan AS text) AS plan_id) asked
				LEFT JOIN plan p ON p.plan_id = asked.plan_id
				LEFT JOIN plan_change c ON c.plan_id = asked.plan_id
				LEFT JOIN chain_start sealed ON sealed.plan_id = asked.plan_id AND sealed.step = 'sealed'
				LEFT JOIN chain_begun begun ON begun.one
				LEFT JOIN (
				  SELECT e.detail, e.recorded_at FROM audit_event e JOIN audit_link l USING (event_id)
				  WHERE e.action = 'chain' AND e.detail LIKE 'begun;%' ORDER BY l.number LIMIT 1) said ON true
				""").param("plan", plan).query((row, number) -> kept(row)).single();
	}

	private static ChainRecord kept(ResultSet row) throws SQLException {
		Chain.Head head = head(row);
		return new ChainRecord(head, row.getBoolean("listed"), row.getString("start"), row.getBoolean("owed"),
				instant(row, "begun_at"), noted(row.getString("starts"), head.plan()), asSaid(row),
				instant(row, "since"), row.getString("unlisted"));
	}

	/**
	 * Whether the note of the start is the one that the audit, which is chained itself,
	 * speaks of; where the audit's beginning is archived nothing can be held against it.
	 */
	private static boolean asSaid(ResultSet row) throws SQLException {
		String said = row.getString("said");
		String starts = row.getString("starts");
		return said == null
				|| (starts != null && row.getBoolean("then") && said.endsWith("; " + Digests.sha256(starts)));
	}

	/** The start that was noted when the chains began; none where the note is no more. */
	private static @Nullable String noted(@Nullable String starts, String plan) {
		try {
			return (starts != null) ? Canonical.read(starts).get(plan) : null;
		}
		catch (IndexOutOfBoundsException | NumberFormatException ex) {
			return null;
		}
	}

	private static Chain.Head head(ResultSet row) throws SQLException {
		return new Chain.Head(row.getString("plan_id"), row.getLong("chain_number"), row.getString("chain_hash"));
	}

	static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant).orElse(null);
	}

	@Override
	public Optional<Place> find(String hash) {
		return this.jdbc.sql("SELECT plan_id, number, recorded_at FROM chain_link WHERE hash = :hash LIMIT 1")
			.param("hash", hash.strip().toLowerCase(Locale.ROOT))
			.query((row, number) -> new Place(row.getString("plan_id"), row.getLong("number"),
					row.getTimestamp("recorded_at").toInstant()))
			.optional()
			.or(() -> this.beside.stream().flatMap((side) -> side.find(hash).stream()).findFirst());
	}

	@Override
	public List<Start> starts() {
		return this.jdbc
			.sql("""
					SELECT plan_id, recorded_at, count(fact) AS facts
					FROM chain_link LEFT JOIN chain_fact USING (plan_id, number)
					WHERE kind = 'start' AND recorded_at IS NOT NULL GROUP BY plan_id, number, recorded_at ORDER BY plan_id, number
					""")
			.query((row, number) -> new Start(row.getString("plan_id"), row.getTimestamp("recorded_at").toInstant(),
					row.getLong("facts")))
			.list();
	}

}
