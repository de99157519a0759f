package org.targetmonitor.submission.jdbc;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Grounds;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plans;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.Decision;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Ledger;
import org.targetmonitor.submission.Moment;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Reviews;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;
import org.targetmonitor.submission.State;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.submission.Submissions;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What must hold for plans, submissions and reviews on every PostgreSQL the monitor runs
 * on. Each test has a plan of its own with the indicators {@code i0} to {@code i24}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {

	private static final AtomicInteger PLANS = new AtomicInteger();

	private static final Author STAFF = new Author("staff", java.util.Set.of(new Author.Scope("*", "*")));

	private static final Reviews.Reviewer REVIEWER = new Reviews.Reviewer("reviewer", (plan) -> true);

	private static final List<Period> QUARTERS = List.of("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4")
		.stream()
		.map(LedgerContract::period)
		.toList();

	private TestDatabases.Location database;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final SettableClock clock = new SettableClock(Instant.parse("2025-02-03T04:05:06.789012Z"));

	private String plan = "";

	/** Where the database is; it is empty. */
	abstract TestDatabases.Location database();

	/** The adapters with nothing of the web around them. */
	@ComponentScan({ "org.targetmonitor.plan.jdbc", "org.targetmonitor.submission.jdbc" })
	static class Wiring {

		@Bean
		JdbcClient jdbcClient(DataSource dataSource) {
			return JdbcClient.create(dataSource);
		}

		@Bean
		NamedParameterJdbcTemplate named(DataSource dataSource) {
			return new NamedParameterJdbcTemplate(dataSource);
		}

		@Bean
		PlatformTransactionManager transactionManager(DataSource dataSource) {
			return new DataSourceTransactionManager(dataSource);
		}

		@Bean
		TransactionTemplate transactionTemplate(PlatformTransactionManager manager) {
			return new TransactionTemplate(manager);
		}

	}

	@BeforeAll
	void migrate() {
		this.database = database().migrated();
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(this.database.url());
		pool.setUsername(this.database.username());
		pool.setPassword(this.database.password());
		pool.setMaximumPoolSize(4);
		this.context.registerBean(DataSource.class, () -> pool);
		this.context.registerBean(Clock.class, () -> this.clock);
		this.context.register(Wiring.class);
		this.context.refresh();
	}

	@AfterAll
	void close() {
		this.context.close();
	}

	@BeforeEach
	void recordPlan() {
		this.clock.set(Instant.parse("2025-02-03T04:05:06.789012Z"));
		this.plan = "plan-" + PLANS.incrementAndGet();
		assertThat(record(yaml(25), null)).isInstanceOf(Plans.Recorded.Created.class);
	}

	@Test
	void recordsAPlanFromTheBeginningOfItsYear() {
		assertThat(plans().ids()).contains(this.plan);
		assertThat(plans().inForce(this.plan, Instant.parse("2023-12-31T15:59:59Z"))).isEmpty();
		PlanFile file = plans().inForce(this.plan, Instant.parse("2023-12-31T16:00:00Z")).orElseThrow();
		assertThat(file.plan().targets()).extracting(Target::indicator).hasSize(25).startsWith("i0", "i1", "i2");
		assertThat(change()).isEqualTo(1);
	}

	@Test
	void sendingThePlanInForceAgainChangesNothing() {
		assertThat(record(yaml(25), null)).isEqualTo(new Plans.Recorded.Unchanged());
		assertThat(change()).isEqualTo(1);
		assertThat(rows("target_revision")).isEqualTo(25);
		assertThat(rows("plan_revision")).isEqualTo(1);
	}

	@Test
	void revisesChangedTargetsAloneAndOnlyWithAReason() {
		String changed = yaml(25).replace("{indicator: i3, name: i3, wording: i3, goal: {at-least: 6}",
				"{indicator: i3, name: i3, wording: i3, goal: {at-least: 7}");
		assertThat(record(changed, null)).isEqualTo(new Plans.Recorded.ReasonMissing());
		assertThat(record(changed, "  ")).isEqualTo(new Plans.Recorded.ReasonMissing());
		assertThat(change()).isEqualTo(1);
		assertThat(rows("target_revision")).isEqualTo(25);

		assertThat(record(changed, "区人大调整")).isEqualTo(new Plans.Recorded.Revised(false, List.of("i3")));

		assertThat(change()).isEqualTo(2);
		assertThat(rows("target_revision")).isEqualTo(26);
		assertThat(
				jdbc().sql("SELECT reason FROM target_revision WHERE plan_id = ? AND indicator = 'i3' AND revision = 2")
					.param(this.plan)
					.query(String.class)
					.single())
			.isEqualTo("区人大调整");
	}

	@Test
	void keepsTheTargetsInForceAsOfEveryMoment() {
		Instant before = this.clock.instant();
		this.clock.set(before.plusSeconds(1));
		record(yaml(25).replace("wording: i3, goal: {at-least: 6}", "wording: i3, goal: {at-least: 7}"), "调整");

		assertThat(goalOf("i3", before)).isEqualTo("6");
		assertThat(goalOf("i3", before.plusSeconds(1).minusNanos(1000))).isEqualTo("6");
		assertThat(goalOf("i3", before.plusSeconds(1))).isEqualTo("7");
	}

	@Test
	void asksForTheDocumentThatChangesAGoalOrWithdrawsATargetOfARunningYear() {
		String changed = yaml(24).replace("wording: i3, goal: {at-least: 6}", "wording: i3, goal: {at-least: 7}");
		assertThat(plans().record(PlanFile.read(YamlTree.read(changed), "test"), Grounds.of("调整"), "admin",
				this.clock.instant()))
			.isEqualTo(new Plans.Recorded.DocumentMissing(List.of("i3", "i24"), List.of()));
		assertThat(change()).isEqualTo(1);
	}

	/**
	 * Two administrators start from the same plan; the second one's file knows nothing of
	 * the first one's change.
	 */
	@Test
	void recordsNothingThatWasMadeOutOfAPlanThatIsNotInForceAnyMore() {
		PlanFile base = plans().inForce(this.plan, this.clock.instant()).orElseThrow();
		PlanFile first = PlanFile.read(YamlTree.read(yaml(25).replace("wording: i3,", "wording: 三,")), "test");
		PlanFile second = PlanFile.read(YamlTree.read(yaml(25).replace("wording: i4,", "wording: 四,")), "test");
		assertThat(plans().record(first, base, Grounds.of("一"), "admin", this.clock.instant()))
			.isEqualTo(new Plans.Recorded.Revised(false, List.of("i3")));

		assertThat(plans().record(second, base, Grounds.of("二"), "reviewer", this.clock.instant()))
			.isEqualTo(new Plans.Recorded.ChangedMeanwhile());
		assertThat(change()).isEqualTo(2);
		assertThat(plans().inForce(this.plan, this.clock.instant())
			.orElseThrow()
			.plan()
			.target("i3")
			.orElseThrow()
			.wording()).isEqualTo("三");
	}

	@Test
	void withdrawsATargetAndKeepsItsPast() {
		Instant before = this.clock.instant();
		submit(QUARTERS.get(0), figure("i24", "5"));
		this.clock.set(before.plusSeconds(1));

		assertThat(record(yaml(24), "不再考核")).isEqualTo(new Plans.Recorded.Revised(false, List.of("i24")));

		assertThat(plans().inForce(this.plan, this.clock.instant()).orElseThrow().plan().target("i24")).isEmpty();
		assertThat(plans().inForce(this.plan, before).orElseThrow().plan().target("i24")).isPresent();
		assertThat(figures().revisions()).extracting(Revision::indicator).containsExactly("i24");
		assertThat(submit(QUARTERS.get(1), figure("i24", "5"))).isInstanceOf(Outcome.Refused.class);
	}

	@Test
	void takesNoChangeOfTargetsOnceThePlanIsClosed() {
		this.clock.set(Instant.parse("2025-12-30T15:59:59Z"));
		assertThat(record(yaml(24), "尚未关闭")).isInstanceOf(Plans.Recorded.Revised.class);
		this.clock.set(Instant.parse("2025-12-30T16:00:00Z"));
		assertThat(record(yaml(23), "已关闭")).isEqualTo(new Plans.Recorded.Closed());
		assertThat(record(yaml(24), null)).isEqualTo(new Plans.Recorded.Unchanged());
		assertThat(change()).isEqualTo(2);
	}

	@Test
	void keepsAFigureExactlyAsItWasGiven() {
		Figure full = new Figure("i0", new BigDecimal("4.550"), new BigDecimal("999999999999999.123456789"),
				new BigDecimal("-0.0000000001"), ObsStatus.E, null, null, "区统计局 𠮷", "说明\n第二行");

		submit(QUARTERS.get(0), full);

		Revision stored = figures().latest("i0", QUARTERS.get(0)).orElseThrow();
		assertThat(stored.figure()).isEqualTo(full);
		assertThat(stored.recordedAt()).isEqualTo("2025-02-03T04:05:06.789012Z");
		assertThat(stored.knownFrom()).isEqualTo(stored.recordedAt());
		assertThat(stored.author()).isEqualTo("staff");
	}

	@Test
	void appendsRevisionsAsAChain() {
		approve(recorded(submit(QUARTERS.get(0), figure("i0", "5"), figure("i1", "6"))));
		Outcome.Recorded second = recorded(submit(QUARTERS.get(0), revision("i0", "5.1", 1)));

		assertThat(second.revisions()).extracting(Revision::number).containsExactly(2);
		assertThat(figures().revisions()).extracting(Revision::indicator, Revision::number, Revision::value)
			.containsExactly(tuple("i0", 1, "5"), tuple("i0", 2, "5.1"), tuple("i1", 1, "6"));
		assertThat(figures().approved("i0").lastEntry().getValue().number()).isEqualTo(1);
		approve(second);
		assertThat(figures().approved("i0").lastEntry().getValue().number()).isEqualTo(2);
		assertThat(submit(QUARTERS.get(0), revision("i0", "5.2", 3))).isInstanceOf(Outcome.Stale.class);
		assertThat(submit(QUARTERS.get(0), revision("i0", "5.2", 1))).isInstanceOf(Outcome.Stale.class);
		assertThat(submit(QUARTERS.get(0), figure("i0", "5.2"))).isInstanceOf(Outcome.Stale.class);
	}

	@Test
	void decidesAboutTheNewestRevisionOnly() {
		Outcome.Recorded first = recorded(submit(QUARTERS.get(0), figure("i0", "5"), figure("i1", "6")));
		Outcome.Recorded second = recorded(submissions().submit(this.plan,
				new Submission(QUARTERS.get(0), "更正",
						List.of(new Figure("i0", new BigDecimal("5.1"), null, null, ObsStatus.P, null, 1, null, null))),
				STAFF, null));

		assertThat(reviews().decide(first.submission(), REVIEWER, new Decision.Approval(Set.of("i0", "i1"))))
			.isInstanceOfSatisfying(Outcome.Stale.class,
					(stale) -> assertThat(stale.faults()).extracting((fault) -> fault.subject().toString(), Fault::rule)
						.containsExactly(Assertions.tuple("i0", "replaced")));
		assertThat(figures().approved("i1")).isEmpty();
		approve(first);
		approve(second);

		assertThat(figures().approved("i0").lastEntry().getValue().number()).isEqualTo(2);
		assertThat(figures().approved("i1").lastEntry().getValue().number()).isEqualTo(1);
		assertThat(figures().waiting()).isEmpty();
	}

	@Test
	void returnsSomeEachForItsOwnReasonAndLeavesTheOthersWaiting() {
		Outcome.Recorded all = recorded(
				submit(QUARTERS.get(0), figure("i0", "5"), figure("i1", "6"), figure("i2", "7")));

		reviews().decide(all.submission(), REVIEWER, new Decision.ReturnOfSome(Map.of("i0", "口径不一致", "i2", "缺少来源")));

		assertThat(figures().revisions())
			.extracting(Revision::indicator, Revision::state,
					(revision) -> (revision.review() != null) ? revision.review().reason() : null)
			.containsExactly(Assertions.tuple("i0", State.RETURNED, "口径不一致"),
					Assertions.tuple("i1", State.SUBMITTED, null), Assertions.tuple("i2", State.RETURNED, "缺少来源"));
	}

	@Test
	void aCorrectionThatIsReturnedLeavesNothingSubmitted() {
		submit(QUARTERS.get(0), figure("i0", "5"));
		Outcome.Recorded second = recorded(submissions().submit(this.plan,
				new Submission(QUARTERS.get(0), "更正",
						List.of(new Figure("i0", new BigDecimal("5.1"), null, null, ObsStatus.P, null, 1, null, null))),
				STAFF, null));
		reviews().giveBack(second.submission(), REVIEWER, "请核对");

		assertThat(figures().isSubmitted("i0", QUARTERS.get(0))).isFalse();
	}

	@Test
	void refusesAnotherYearUnderTheSameCode() {
		assertThat(record(yaml(25).replace("year: 2024", "year: 2025").replace("closes: 2025", "closes: 2026"), "复制"))
			.isEqualTo(new Plans.Recorded.AnotherPlan());
		assertThat(change()).isEqualTo(1);
	}

	@Test
	void comesAfterAWriterWhoseClockIsAhead() {
		Instant ahead = this.clock.instant().plusSeconds(5);
		this.clock.set(ahead);
		record(yaml(25).replace("wording: i3, goal: {at-least: 6}", "wording: i3, goal: {at-least: 7}"), "先到");
		this.clock.set(ahead.minusSeconds(5));
		record(yaml(25).replace("wording: i3, goal: {at-least: 6}", "wording: i3, goal: {at-least: 7}")
			.replace("wording: i4, goal: {at-least: 6}", "wording: i4, goal: {at-least: 8}"), "后到");

		assertThat(goalOf("i3", ahead)).isEqualTo("7");
		assertThat(goalOf("i4", ahead)).isEqualTo("8");
		assertThat(rows("target_revision")).isEqualTo(27);
	}

	@Test
	void theDatabaseRefusesARevisionOfNothing() {
		recorded(submit(QUARTERS.get(0), figure("i0", "5")));
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> jdbc().sql("""
				INSERT INTO figure_revision (plan_id, indicator, period_start, period_end, revision, submission_id,
				  value, obs_status, replaces)
				SELECT plan_id, 'i0', period_start, period_end, 8, submission_id, 5, 'P', 7 FROM submission
				WHERE plan_id = ?
				""").param(this.plan).update()).withMessageContaining("figure_revision_replaces_one_that_exists");
	}

	@Test
	void keepsWhenAFigureAndItsApprovalBecameKnown() {
		Instant known = Instant.parse("2024-04-22T04:00:00Z");
		Submission submission = new Submission(QUARTERS.get(0), null, List.of(figure("i0", "5")));
		Outcome.Recorded recorded = recorded(submissions().submit(this.plan, submission, STAFF, null, known));
		reviews().approve(recorded.submission(), REVIEWER, known.plusSeconds(60));

		assertThat(figures().asOf(known.minusSeconds(1)).revisions()).isEmpty();
		assertThat(figures().asOf(known).revisions()).hasSize(1);
		assertThat(figures().asOf(known).approved("i0")).isEmpty();
		assertThat(figures().asOf(known.plusSeconds(60)).approved("i0")).hasSize(1);
		assertThat(figures().revisions().getFirst().knownFrom()).isEqualTo(known);
	}

	@Test
	void theChangeNumberMovesByOneWithEveryWrite() {
		assertThat(change()).isEqualTo(1);
		Outcome.Recorded first = recorded(submit(QUARTERS.get(0), figure("i0", "5"), figure("i1", "5")));
		assertThat(change()).isEqualTo(2);
		approve(first);
		assertThat(change()).isEqualTo(3);
		Outcome.Recorded second = recorded(submit(QUARTERS.get(1), figure("i0", "5")));
		reviews().giveBack(second.submission(), REVIEWER, "请核对");
		assertThat(change()).isEqualTo(5);
	}

	@Test
	void storesNothingOfWhatIsRefused() {
		Outcome.Recorded first = recorded(submit(QUARTERS.get(0), figure("i0", "5")));
		approve(first);
		String before = everything();

		assertThat(submit(QUARTERS.get(0), figure("i1", "5"), figure("nothing", "5")))
			.isInstanceOf(Outcome.Refused.class);
		assertThat(submit(QUARTERS.get(0), figure("i1", "5"), figure("i0", "5"))).isInstanceOf(Outcome.Stale.class);
		assertThat(submissions().submit(this.plan, new Submission(QUARTERS.get(0), null, List.of(figure("i1", "5"))),
				new Author("x", java.util.Set.of()), null))
			.isInstanceOf(Outcome.Forbidden.class);
		assertThat(reviews().approve(first.submission(), REVIEWER)).isInstanceOf(Outcome.Stale.class);
		assertThat(reviews().giveBack(first.submission(), REVIEWER, " ")).isInstanceOf(Outcome.Refused.class);
		assertThat(reviews().approve(UUID.randomUUID(), REVIEWER)).isInstanceOf(Outcome.Unknown.class);
		assertThat(submissions().submit("nowhere", new Submission(QUARTERS.get(0), null, List.of()), STAFF, null))
			.isInstanceOf(Outcome.Unknown.class);

		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void neverStoresHalfASubmission() {
		submit(QUARTERS.get(0), figure("i1", "5"));
		String before = everything();
		Submission half = new Submission(QUARTERS.get(0), null,
				List.of(figure("i0", "5"), figure("i1", "6"), figure("i2", "7")));

		// Past the rules, to what the database itself does
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> ledger().write(this.plan, (writer) -> {
			writer.append(UUID.randomUUID(), half, "staff", Moment.at(this.clock.instant()));
			return "not reached";
		}));

		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void refusesASecondDecisionOnARevision() {
		Outcome.Recorded recorded = recorded(submit(QUARTERS.get(0), figure("i0", "5")));
		approve(recorded);
		Instant now = this.clock.instant();
		Review other = new Review(false, "不同意", "second", now, now);

		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> ledger().write(this.plan, (writer) -> {
			writer.review(recorded.revisions(), other);
			return "not reached";
		}));

		assertThat(figures().revisions().getFirst().isApproved()).isTrue();
	}

	@Test
	void carriesOutTheSameRequestOnce() {
		Submission submission = new Submission(QUARTERS.get(0), null, List.of(figure("i0", "5")));
		Submissions.IdempotencyKey key = new Submissions.IdempotencyKey("key", "digest");
		Outcome.Recorded first = recorded(submissions().submit(this.plan, submission, STAFF, key));
		String before = everything();

		Outcome.Recorded again = recorded(submissions().submit(this.plan, submission, STAFF, key));
		Outcome other = submissions().submit(this.plan, submission, STAFF,
				new Submissions.IdempotencyKey("key", "other"));

		assertThat(again.submission()).isEqualTo(first.submission());
		assertThat(again.repeated()).isTrue();
		assertThat(again.revisions()).isEqualTo(first.revisions());
		assertThat(other).isInstanceOf(Outcome.Refused.class);
		assertThat(everything()).isEqualTo(before);
		Author second = new Author("second", STAFF.scopes());
		assertThat(submissions().submit(this.plan, submission, second, key)).isInstanceOf(Outcome.Stale.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "plan", "plan_revision", "target", "target_revision", "submission", "figure_revision",
			"figure_review", "submission_receipt", "chain_link", "chain_fact" })
	void refusesToChangeOrRemoveAFact(String table) {
		Submission submission = new Submission(QUARTERS.get(0), null, List.of(figure("i0", "5")));
		approve(recorded(
				submissions().submit(this.plan, submission, STAFF, new Submissions.IdempotencyKey("key", "digest"))));
		assertThat(rows(table)).isPositive();
		String before = everything();

		for (String sql : List.of("UPDATE %s SET plan_id = plan_id", "DELETE FROM %s", "TRUNCATE %s CASCADE",
				"DELETE FROM %s WHERE plan_id = '" + this.plan + "'")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> jdbc().sql(sql.formatted(table)).update())
				.withStackTraceContaining("permission denied");
			assertThatIllegalStateException().as("not the owner either")
				.isThrownBy(() -> this.database.execute(sql.formatted(table)))
				.withMessageContaining("refused: facts are appended");
		}

		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void everyTableThatHoldsFactsRefusesChanges() {
		List<String> unprotected = jdbc().sql("""
				SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
				AND (SELECT count(*) FROM pg_trigger t
				     WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled <> 'D') < 2
				ORDER BY c.relname
				""").query((row, number) -> row.getString("relname")).list();
		assertThat(unprotected).containsExactly("account", "account_grant", "account_password", "account_recovery_code",
				"account_token", "database_probe", "draft", "draft_field", "flyway_schema_history", "guess_notice",
				"plan_change", "sheet_preview", "sign_in_failure", "sign_in_place", "spring_session",
				"spring_session_attributes");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			no value at all              | NULL, NULL, 5, 'P', NULL, NULL, NULL          | 1 | says_something
			not available with a value   | 5, NULL, NULL, 'L', NULL, NULL, 'why'         | 1 | says_something
			not available without reason | NULL, NULL, NULL, 'M', NULL, NULL, NULL       | 1 | says_something
			a status nobody knows        | 5, NULL, NULL, 'F', NULL, NULL, NULL          | 1 | revision_status
			a kind nobody knows          | 5, NULL, NULL, 'P', 'whim', NULL, NULL        | 1 | revision_kind
			a hole in the chain          | 5, NULL, NULL, 'P', NULL, 1, NULL             | 3 | replaces_the_one_before
			second that replaces nothing | 5, NULL, NULL, 'P', NULL, NULL, NULL          | 2 | replaces_the_one_before
			first that replaces itself   | 5, NULL, NULL, 'P', NULL, 1, NULL             | 1 | replaces_the_one_before
			number 0                     | 5, NULL, NULL, 'P', NULL, -1, NULL            | 0 | replaces_the_one_before
			a value out of all range     | 1e15, NULL, NULL, 'P', NULL, NULL, NULL       | 1 | value_in_range
			not a number                 | 'NaN', NULL, NULL, 'P', NULL, NULL, NULL      | 1 | value_in_range
			an infinite level            | NULL, '-Infinity', NULL, 'P', NULL, NULL, NULL | 1 | level_in_range
			""")
	void refusesAFigureThat(String says, String columns, int revision, String constraint) {
		UUID submission = recorded(submit(QUARTERS.get(0), figure("i1", "5"))).submission();

		assertThatExceptionOfType(DataAccessException.class).as(says)
			.isThrownBy(() -> jdbc().sql("""
					INSERT INTO figure_revision (plan_id, indicator, period_start, period_end, submission_id, revision,
					  value, level, quarter_value, obs_status, kind, replaces, note)
					VALUES ('%s', 'i0', DATE '2024-01-01', DATE '2024-04-01', '%s', %d, %s)
					""".formatted(this.plan, submission, revision, columns)).update())
			.withMessageContaining("figure_revision_" + constraint.replace("revision_", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			an extent beside a value   | 5, '约5', 'P', NULL      | value_or_extent
			a blank extent             | NULL, '  ', 'P', NULL    | extent_is_text
			not available with an extent | NULL, '约5', 'L', 'why' | says_something
			""")
	void refusesAFigureWith(String says, String columns, String constraint) {
		UUID submission = recorded(submit(QUARTERS.get(0), figure("i1", "5"))).submission();

		assertThatExceptionOfType(DataAccessException.class).as(says)
			.isThrownBy(() -> jdbc().sql("""
					INSERT INTO figure_revision (plan_id, indicator, period_start, period_end, submission_id, revision,
					  value, extent, obs_status, note)
					VALUES ('%s', 'i0', DATE '2024-01-01', DATE '2024-04-01', '%s', 1, %s)
					""".formatted(this.plan, submission, columns)).update())
			.withMessageContaining("figure_revision_" + constraint);
	}

	@Test
	void refusesAReturnWithoutReason() {
		Outcome.Recorded recorded = recorded(submit(QUARTERS.get(0), figure("i0", "5")));
		Instant now = this.clock.instant();

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> ledger().write(this.plan, (writer) -> {
			writer.review(recorded.revisions(), new Review(false, null, "reviewer", now, now));
			return "not reached";
		})).withMessageContaining("figure_review_return_has_reason");
	}

	@Test
	void refusesAFigureOfNoTarget() {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> ledger().write(this.plan, (writer) -> {
			writer.append(UUID.randomUUID(), new Submission(QUARTERS.get(0), null, List.of(figure("i99", "5"))),
					"staff", Moment.at(this.clock.instant()));
			return "not reached";
		})).withMessageContaining("figure_revision_of_target");
	}

	@Test
	void ofTwoWritersAtOnceOneWinsAndTheOtherIsStale() throws Exception {
		List<List<Outcome>> first = race((round, writer) -> submit(quarter(round), new Figure(indicator(round),
				new BigDecimal(round + "." + writer), null, null, ObsStatus.P, null, null, null, "两人同时报送")));
		List<String> winners = winners(first);
		assertThat(figures().revisions()).hasSize(100);
		assertThat(values(1)).isEqualTo(winners);

		List<List<Outcome>> second = race((round, writer) -> submit(quarter(round), new Figure(indicator(round),
				new BigDecimal("-" + round + "." + writer), null, null, ObsStatus.P, null, 1, null, "核实后更正")));
		assertThat(figures().revisions()).hasSize(200);
		assertThat(values(2)).isEqualTo(winners(second).stream().map((value) -> "-" + value).toList());
		assertThat(values(1)).isEqualTo(winners);
		assertThat(change()).isEqualTo(201);
	}

	/** What one writer does in a round. */
	private interface Work {

		Outcome in(int round, int writer);

	}

	/** 100 rounds of two writers that begin each round at the same time. */
	private static List<List<Outcome>> race(Work work) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		List<Callable<List<Outcome>>> writers = IntStream.of(1, 2).<Callable<List<Outcome>>>mapToObj((writer) -> () -> {
			List<Outcome> outcomes = new ArrayList<>();
			for (int round = 0; round < 100; round++) {
				start.await(30, TimeUnit.SECONDS);
				outcomes.add(work.in(round, writer));
			}
			return outcomes;
		}).toList();
		List<List<Outcome>> outcomes = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
			for (Future<List<Outcome>> writer : threads.invokeAll(writers, 120, TimeUnit.SECONDS)) {
				outcomes.add(writer.get());
			}
		}
		return outcomes;
	}

	private static List<String> winners(List<List<Outcome>> outcomes) {
		List<String> values = new ArrayList<>();
		for (int round = 0; round < 100; round++) {
			boolean first = outcomes.get(0).get(round) instanceof Outcome.Recorded;
			assertThat(outcomes.get(0).get(round)).isInstanceOfAny(Outcome.Recorded.class, Outcome.Stale.class);
			assertThat(outcomes.get(1).get(round)).isInstanceOf(first ? Outcome.Stale.class : Outcome.Recorded.class);
			values.add(round + "." + (first ? 1 : 2));
		}
		return values;
	}

	private List<String> values(int number) {
		Figures figures = figures();
		return IntStream.range(0, 100).mapToObj((round) -> {
			List<Revision> found = figures.revisions()
				.stream()
				.filter((revision) -> revision.indicator().equals(indicator(round))
						&& revision.period().equals(quarter(round)) && revision.number() == number)
				.toList();
			assertThat(found).hasSize(1);
			return String.valueOf(found.getFirst().value());
		}).toList();
	}

	private static String indicator(int round) {
		return "i" + round / 4;
	}

	private static Period quarter(int round) {
		return QUARTERS.get(round % 4);
	}

	private static org.assertj.core.groups.Tuple tuple(String indicator, int number, String value) {
		return org.assertj.core.groups.Tuple.tuple(indicator, number, new BigDecimal(value));
	}

	/** All that the database holds of this test's plan. */
	private String everything() {
		return "%d changes, %d targets, %d headings, %d submissions, %d figures, %d reviews, %d receipts".formatted(
				change(), rows("target_revision"), rows("plan_revision"), rows("submission"), rows("figure_revision"),
				rows("figure_review"), rows("submission_receipt"));
	}

	private long rows(String table) {
		return jdbc().sql("SELECT count(*) FROM " + table + " WHERE plan_id = ?")
			.param(this.plan)
			.query(Long.class)
			.single();
	}

	private long change() {
		return jdbc().sql("SELECT number FROM plan_change WHERE plan_id = ?")
			.param(this.plan)
			.query(Long.class)
			.single();
	}

	private Plans.Recorded record(String yaml, @Nullable String reason) {
		return plans().record(PlanFile.read(YamlTree.read(yaml), "test"),
				new Grounds((reason == null || reason.isBlank()) ? null : reason, "测试文件（虚构）", null), "admin",
				this.clock.instant());
	}

	private String goalOf(String indicator, Instant moment) {
		return plans().inForce(this.plan, moment)
			.orElseThrow()
			.plan()
			.target(indicator)
			.orElseThrow()
			.goal()
			.number()
			.orElseThrow()
			.toPlainString();
	}

	private Outcome submit(Period period, Figure... figures) {
		return submissions().submit(this.plan, new Submission(period, null, List.of(figures)), STAFF, null);
	}

	private static Outcome.Recorded recorded(Outcome outcome) {
		assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
		return (Outcome.Recorded) outcome;
	}

	private void approve(Outcome.Recorded recorded) {
		recorded(reviews().approve(recorded.submission(), REVIEWER));
	}

	private Figures figures() {
		return this.context.getBean(FigureRows.class).of(this.plan);
	}

	private Submissions submissions() {
		return new Submissions(ledger(), this.clock, UUID::randomUUID);
	}

	private Reviews reviews() {
		return new Reviews(ledger(), this.clock);
	}

	private Plans plans() {
		return this.context.getBean(Plans.class);
	}

	private Ledger ledger() {
		return this.context.getBean(Ledger.class);
	}

	private JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

	private static Figure figure(String indicator, String value) {
		return new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.P, null, null, null, null);
	}

	private static Figure revision(String indicator, String value, int replaces) {
		return new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.P, RevisionKind.CORRECTION, replaces,
				null, "录入有误");
	}

	private static Period period(String code) {
		return Period.parse(code).orElseThrow();
	}

	private String yaml(int targets) {
		StringBuilder yaml = new StringBuilder("""
				plan: %s
				title: 试验计划
				area: {code: "330110", zh: 余杭区}
				year: 2024
				timezone: Asia/Shanghai
				source: 测试
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {stat: {zh: 统计局}}
				targets:
				""".formatted(this.plan));
		for (int number = 0; number < targets; number++) {
			yaml.append(
					"""
							  - {indicator: i%1$d, name: i%1$d, wording: i%1$d, goal: {at-least: 6}, measure: growth, unit: percent, \
							decimals: 1, level-unit: 亿元, reported: quarterly, department: stat, nature: expected}
							"""
						.formatted(number));
		}
		return yaml.toString();
	}

}
