package org.targetmonitor.submission.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;

/**
 * The one place where a chain begins with what was there before it: a migration, carried
 * out once in the life of a database, behind all others (it has no version), so that
 * every column is there. It notes when that was and which starts there are. Nothing else
 * in the monitor makes a start, whatever anybody puts into the tables later.
 */
@Component
public class ChainsBegin implements JavaMigration {

	private static final Logger log = LoggerFactory.getLogger(ChainsBegin.class);

	/** What the audit says, also to find out that it was done before. */
	private static final String SAID = "begun";

	private final Clock clock;

	public ChainsBegin(Clock clock) {
		this.clock = clock;
	}

	@Override
	public @Nullable MigrationVersion getVersion() {
		return null;
	}

	@Override
	public String getDescription() {
		return "chains begin";
	}

	/** Never another one: it is not repeated. */
	@Override
	public Integer getChecksum() {
		return 1;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) {
		NamedParameterJdbcTemplate rows = new NamedParameterJdbcTemplate(
				new SingleConnectionDataSource(context.getConnection(), true));
		JdbcClient jdbc = JdbcClient.create(rows);
		if (wasDone(jdbc)) {
			log.error("the chains began already: somebody removed the migration's record, nothing is sealed");
			return;
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		owed(jdbc).forEach((plan) -> seal(plan, now, rows));
		note(now, jdbc);
	}

	private static boolean wasDone(JdbcClient jdbc) {
		return jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM chain_begun)
				  OR EXISTS (SELECT 1 FROM audit_event WHERE action = 'chain' AND detail LIKE :said || '%')
				""").param("said", SAID).query(Boolean.class).single();
	}

	/**
	 * The plans that a monitor without chains left. Where there is a link already such a
	 * monitor sealed them all at its start, and what is noted as owed was put in by hand.
	 */
	private static List<String> owed(JdbcClient jdbc) {
		return jdbc.sql("""
				SELECT plan_id FROM chain_start WHERE step = 'owed'
				  AND NOT EXISTS (SELECT 1 FROM chain_link)
				  AND NOT EXISTS (SELECT 1 FROM plan_change WHERE chain_number > 0)
				  AND NOT EXISTS (SELECT 1 FROM chain_start WHERE step = 'sealed')
				ORDER BY plan_id
				""").query((row, number) -> row.getString("plan_id")).list();
	}

	private static void seal(String plan, Instant now, NamedParameterJdbcOperations rows) {
		JdbcClient jdbc = JdbcClient.create(rows);
		List<ChainFact> all = new FactRows(jdbc).of(plan);
		ChainLink link = new ChainAppends(rows).append(plan, ChainLink.Kind.START, null, now, all);
		jdbc.sql("INSERT INTO chain_start (plan_id, step, hash) VALUES (:plan, 'sealed', :hash)")
			.param("plan", plan)
			.param("hash", link.hash())
			.update();
		log.warn("plan {} had no chain: {} facts that were there already are sealed as they are now, hash {}", plan,
				all.size(), link.hash());
	}

	/** Starts that earlier versions made are noted with those made now. */
	private static void note(Instant now, JdbcClient jdbc) {
		Canonical starts = new Canonical();
		List<String> plans = jdbc.sql("SELECT plan_id, hash FROM chain_start WHERE step = 'sealed' ORDER BY plan_id")
			.query((row, number) -> {
				starts.put(row.getString("plan_id"), row.getString("hash"));
				return row.getString("plan_id");
			})
			.list();
		jdbc.sql("""
				INSERT INTO chain_begun (one, begun_at, starts)
				SELECT true, greatest(:now, max(recorded_at)), :starts FROM chain_link WHERE kind = 'start'
				""").param("now", Timestamp.from(now)).param("starts", starts.toString()).update();
		jdbc.sql("""
				INSERT INTO audit_event (event_id, recorded_at, actor, action, succeeded, detail)
				VALUES (:id, :now, 'migration', 'chain', true, :detail)
				""")
			.param("id", UUID.randomUUID())
			.param("now", Timestamp.from(now))
			.param("detail", SAID + "; starts " + plans.size() + "; " + starts.sha256())
			.update();
	}

}
