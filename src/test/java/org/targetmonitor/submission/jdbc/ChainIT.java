package org.targetmonitor.submission.jdbc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.input.Canonical;
import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainBreak;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;
import org.targetmonitor.submission.ChainReport;
import org.targetmonitor.submission.Chains;
import org.targetmonitor.submission.Ledger;
import org.targetmonitor.submission.Moment;
import org.targetmonitor.submission.Submission;
import org.targetmonitor.support.Api;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.SettableClock;
import org.targetmonitor.support.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the database's owner changes with the triggers off is found, and the first broken
 * link named. Every tampering is undone, so that each begins with a chain that holds.
 */
@MonitorTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChainIT {

	private static final String PLAN = "demo-2024";

	/**
	 * Link 1 is the plan, 2 the first submission, 3 its approval, 4 the second, 5 its
	 * return.
	 */
	private static final String FIRST = "invented-on-track";

	private static final String SECOND = "invented-at-risk";

	@Autowired
	private NamedParameterJdbcOperations rows;

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Chains chains;

	@Autowired
	private Ledger ledger;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeAll
	void aQuarterIsApprovedAndAnotherReturned() {
		this.clock.setToNoonOf("2024-07-10");
		String first = submit("2024-Q1",
				"""
						{"indicator":"%s","value":"5.0","status":"P"},{"indicator":"%s","value":"5.00","status":"P","note":"说明\\n第二行"}
						"""
					.formatted(FIRST, SECOND));
		assertThat(this.api.reviewer().approve(first).status()).isEqualTo(200);
		String second = submit("2024-Q2",
				"{\"indicator\":\"%s\",\"value\":\"5.10\",\"status\":\"P\"}".formatted(FIRST));
		assertThat(this.api.reviewer().post("/api/submissions/" + second + "/return", "{\"reason\":\"请核对\"}").status())
			.isEqualTo(200);
	}

	@Test
	void untouchedItHoldsForEveryPlan() {
		assertThat(this.chains.heads()).isNotEmpty()
			.allSatisfy((head) -> assertThat(this.chains.verify(head.plan()).breaks()).isEmpty());
		assertThat(SealedLinks.of(PLAN, this.jdbc)).extracting(ChainLink::kind)
			.containsExactly(ChainLink.Kind.PLAN, ChainLink.Kind.SUBMISSION, ChainLink.Kind.APPROVAL,
					ChainLink.Kind.SUBMISSION, ChainLink.Kind.RETURN);
	}

	@Test
	void anApprovalHoldsTheSubmissionTheFiguresAndTheReviewsAsTheyAreStored() {
		ChainLink approval = SealedLinks.of(PLAN, this.jdbc).get(2);
		assertThat(approval.facts()).hasSize(5);
		assertThat(approval.facts().get(0).content()).contains("author=5:staff\n", "period_start=10:2024-01-01\n");
		assertThat(approval.facts()).anyMatch((fact) -> fact.content().contains("value=3:5.0\n"))
			.anyMatch(
					(fact) -> fact.content().contains("value=4:5.00\n") && fact.content().contains("note=16:说明\n第二行\n"))
			.anyMatch((fact) -> fact.content().contains("reviewer=8:reviewer\n"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					UPDATE figure_revision SET value = 6 WHERE indicator = 'invented-on-track' AND period_start = '2024-01-01'      | 2 | 数据 invented-on-track 2024-Q1 第1版被改动：value 5.0 → 6
					UPDATE figure_revision SET value = 5.00 WHERE indicator = 'invented-on-track' AND period_start = '2024-01-01'   | 2 | value 5.0 → 5.00
					UPDATE figure_revision SET note = NULL WHERE indicator = 'invented-at-risk'                                     | 2 | → （空）
					UPDATE figure_revision SET value = 6 WHERE period_start = '2024-04-01' OR period_end = '2024-07-01'             | 4 | 数据 invented-on-track 2024-Q2 第1版被改动：value 5.10 → 6
					UPDATE figure_review SET reviewer = 'someone' WHERE indicator = 'invented-at-risk'                              | 3 | 审核 invented-at-risk 2024-Q1 第1版被改动：reviewer reviewer → someone
					UPDATE figure_review SET approved = true WHERE NOT approved                                                    | 5 | 审核 invented-on-track 2024-Q2 第1版被改动：approved false → true
					UPDATE figure_review SET known_from = known_from - interval '1 day'                                            | 3 | known_from
					UPDATE submission SET author = 'someone' WHERE period_end = '2024-04-01'                                       | 2 | author staff → someone
					UPDATE submission SET reason = '补' WHERE period_end = '2024-07-01'                                             | 4 | reason （空） → 补
					UPDATE target_revision SET definition = CAST(replace(CAST(definition AS text), '6', '5') AS json) WHERE indicator = 'invented-on-track' | 1 | 目标 invented-on-track 第1版被改动：definition
					UPDATE plan_revision SET header = CAST(replace(CAST(header AS text), '2024', '2025') AS json)                  | 1 | 计划信息第1版被改动
					DELETE FROM figure_review WHERE indicator = 'invented-at-risk'                                                  | 3 | 审核 invented-at-risk 2024-Q1 第1版已不存在
					DELETE FROM chain_link WHERE number = 2                                                                        | 2 | 第2号链节：缺失
					DELETE FROM chain_link WHERE number >= 4                                                                       | 4 | 第4至5号链节：缺失
					DELETE FROM chain_link                                                                                         | 1 | 第1至5号链节：缺失
					UPDATE chain_link SET kind = 'return' WHERE number = 3                                                         | 3 | 链节内容与其哈希不符
					UPDATE chain_link SET recorded_at = recorded_at - interval '1 hour' WHERE number = 3                           | 3 | 链节内容与其哈希不符
					UPDATE chain_fact SET content = replace(content, 'value=3:5.0', 'value=3:6.0')                                 | 2 | 链节内容与其哈希不符
					DELETE FROM chain_fact WHERE number = 5 AND position = 2                                                       | 5 | 链节内容与其哈希不符
					UPDATE plan_change SET chain_number = 4                                                                        | 4 | 链尾：与所记链尾不符
					UPDATE plan_change SET chain_hash = repeat('0', 64)                                                            | 5 | 链尾：与所记链尾不符
					INSERT INTO figure_review SELECT plan_id, indicator, period_start, period_end, revision + 1, true, NULL, 'x', recorded_at, known_from FROM figure_review WHERE indicator = 'invented-at-risk' | 0 | 审核 invented-at-risk 2024-Q1 第2版不在任何链节中
					""")
	void findsWhatTheOwnerChanged(String sql, long number, String what) {
		String ours = sql.contains(" WHERE ")
				? sql.replaceFirst(" WHERE (.*)", " WHERE ($1) AND plan_id = '" + PLAN + "'")
				: sql + " WHERE plan_id = '" + PLAN + "'";

		List<ChainBreak> breaks = breaksAfter(ours);

		assertThat(breaks).as(ours).isNotEmpty();
		assertThat(breaks.getFirst().number()).isEqualTo(number);
		assertThat(breaks.getFirst().plan()).isEqualTo(PLAN);
		assertThat(breaks.getFirst().sentence().zh()).contains(what);
		assertThat(this.chains.verify(PLAN).breaks()).isEmpty();
	}

	@Test
	void whoRewritesTheRestOfTheChainIsFoundByAHashWrittenDown() {
		String writtenDown = Objects.requireNonNull(this.chains.verify(PLAN).head().hash());
		assertThat(this.chains.find(writtenDown + " ")).get()
			.extracting(Chains.Place::plan, Chains.Place::number)
			.containsExactly(PLAN, 5L);

		tampered(() -> {
			change("UPDATE figure_revision SET value = 6 WHERE indicator = 'invented-on-track' AND plan_id = '" + PLAN
					+ "'");
			rewriteAsItIsNow();
			assertThat(this.chains.verify(PLAN).breaks()).isEmpty();
			assertThat(this.chains.verify(PLAN).head().number()).isEqualTo(5);
			assertThat(this.chains.find(writtenDown)).isEmpty();
		});
		assertThat(this.chains.find(writtenDown)).isPresent();
	}

	/** What the monitor sealed itself before: the forgery became a start that holds. */
	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void aChainThatWasRemovedIsNotSealedAnewWhateverIsNotedAsOwed(boolean owed) {
		tampered(() -> {
			change("UPDATE figure_revision SET value = 6 WHERE indicator = 'invented-on-track' AND plan_id = '" + PLAN
					+ "'");
			removeTheChain(PLAN);
			if (owed) {
				change("INSERT INTO chain_start (plan_id, step) VALUES ('" + PLAN + "', 'owed')");
			}
			anySubmission();
			assertThat(SealedLinks.of(PLAN, this.jdbc)).extracting(ChainLink::kind)
				.containsExactly(ChainLink.Kind.SUBMISSION);
			List<String> found = breaks(PLAN);
			assertThat(found).contains("链外记录：数据 invented-on-track 2024-Q1 第1版不在任何链节中");
			assertThat(found.contains("计划：被人为登记为待起始封存")).isEqualTo(owed);
		});
	}

	/** Each is a link that holds in itself, as somebody could put it in. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					DELETE FROM chain_start                                                     | 第1号链节（起始封存）：起始封存没有登记
					UPDATE chain_start SET hash = repeat('0', 64) WHERE plan_id = 'demo-2024'    | 第1号链节（起始封存）：起始封存没有登记
					UPDATE chain_begun SET begun_at = '2024-07-01T00:00:00Z'                     | 起始封存晚于数据链的启用（2024-07-01T00:00:00Z）
					UPDATE chain_begun SET begun_at = '2024-04-10T04:00:00Z'                     | 起始封存晚于数据链的启用（2024-04-10T04:00:00Z）
					UPDATE chain_begun SET begun_at = '2030-01-01T00:00:00Z'                     | 起始封存与启用数据链时登记的不符
					UPDATE chain_begun SET starts = 'nonsense'                                   | 起始封存晚于数据链的启用
					DELETE FROM chain_begun                                                      | 计划：数据链启用的登记缺失
					""")
	void aStartPutInByHandIsFound(String sql, String what) {
		tampered(() -> {
			removeTheChain(PLAN);
			ChainLink start = new ChainAppends(this.rows).append(PLAN, ChainLink.Kind.START, null, this.clock.instant(),
					new FactRows(this.jdbc).of(PLAN));
			this.jdbc.sql("INSERT INTO chain_start (plan_id, step, hash) VALUES (?, 'sealed', ?)")
				.params(PLAN, start.hash())
				.update();
			change(sql);
			assertThat(breaks(PLAN)).first().asString().contains(what);
		});
	}

	/** All that the tables say of it agrees; the audit said something else then. */
	@ParameterizedTest
	@ValueSource(strings = { "2024-07-10T04:00:00Z", "2030-01-01T00:00:00Z" })
	void aNoteOfTheStartThatWasWrittenWithTheStartIsFoundByTheAudit(String begun) {
		tampered(() -> {
			removeTheChain(PLAN);
			ChainLink start = new ChainAppends(this.rows).append(PLAN, ChainLink.Kind.START, null, this.clock.instant(),
					new FactRows(this.jdbc).of(PLAN));
			this.jdbc.sql("INSERT INTO chain_start (plan_id, step, hash) VALUES (?, 'sealed', ?)")
				.params(PLAN, start.hash())
				.update();
			this.jdbc.sql("UPDATE chain_begun SET begun_at = CAST(? AS timestamptz), starts = ?")
				.params(begun, new Canonical().put(PLAN, start.hash()).toString())
				.update();
			assertThat(breaks(PLAN)).singleElement().asString().contains("启用数据链的登记与审计日志所记不符");
		});
	}

	@Test
	void aPlanThatIsYoungerThanTheChainsHasNoStart() {
		tampered(() -> {
			removeTheChain(PLAN);
			ChainLink start = new ChainAppends(this.rows).append(PLAN, ChainLink.Kind.START, null,
					Instant.parse("2024-01-01T00:00:00Z"), new FactRows(this.jdbc).of(PLAN));
			this.jdbc.sql("INSERT INTO chain_start (plan_id, step, hash) VALUES (?, 'sealed', ?)")
				.params(PLAN, start.hash())
				.update();
			this.jdbc.sql("UPDATE chain_begun SET begun_at = '2024-01-01T00:00:00Z', starts = ?")
				.param(new Canonical().put(PLAN, start.hash()).toString())
				.update();
			assertThat(breaks(PLAN)).singleElement().asString().contains("计划登记于数据链启用之后");
		});
	}

	/** In a database whose chains began with nothing, where no link is a start. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			UPDATE chain_begun SET begun_at = begun_at + interval '1 day' | 启用数据链的登记与审计日志所记不符
			UPDATE chain_begun SET starts = 'x=1:y'                       | 启用数据链的登记与审计日志所记不符
			DELETE FROM chain_begun                                       | 数据链启用的登记缺失
			DELETE FROM target WHERE indicator = 'invented-missed'        | 指标登记缺失：invented-missed
			DELETE FROM target                                            | 指标登记缺失：
			""")
	void whatIsKeptBesideTheFactsIsMissed(String sql, String what) {
		tampered(() -> {
			change(sql);
			assertThat(breaks(PLAN)).singleElement().asString().contains(what);
		});
	}

	@Test
	void aPlanWhoseHeadWasRemovedIsVerifiedStill() {
		tampered(() -> {
			change("DELETE FROM plan_change WHERE plan_id = '" + PLAN + "'");
			assertThat(this.chains.heads()).contains(new Chain.Head(PLAN, 0, null));
			assertThat(breaks(PLAN)).containsExactly("链尾：与所记链尾不符");
		});
	}

	/** Before, it was in no answer at all, and all others were whole. */
	@Test
	void aPlanThatWasRemovedIsKnownByWhateverElseNamesIt() {
		for (String table : JdbcChains.TABLES) {
			tampered(() -> {
				JdbcChains.TABLES.stream()
					.filter((other) -> !other.equals(table))
					.forEach((other) -> this.jdbc.sql("DELETE FROM " + other + " WHERE plan_id = '" + PLAN + "'")
						.update());
				this.jdbc.sql("DELETE FROM audit_event WHERE plan_id = '" + PLAN + "'").update();
				boolean named = this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE plan_id = '" + PLAN + "'")
					.query(Long.class)
					.single() > 0;
				assertThat(this.chains.heads().stream().map(Chain.Head::plan).anyMatch(PLAN::equals)).as(table)
					.isEqualTo(named);
				if (named) {
					assertThat(breaks(PLAN)).as(table).isNotEmpty();
				}
			});
		}
		tampered(() -> {
			JdbcChains.TABLES
				.forEach((table) -> this.jdbc.sql("DELETE FROM " + table + " WHERE plan_id = '" + PLAN + "'").update());
			assertThat(breaks(PLAN)).first().isEqualTo("计划：不在计划表中");
			assertThat(this.chains.heads()).extracting(Chain.Head::plan).contains(PLAN);
		});
	}

	/** A table that is added and names plans must be asked, or be left out on purpose. */
	@Test
	void everyTableThatNamesAPlanIsAsked() {
		List<String> tables = this.jdbc.sql("""
				SELECT table_name FROM information_schema.columns
				WHERE column_name = 'plan_id' AND table_schema = current_schema()
				""").query((row, number) -> row.getString(1)).list();
		// The audit is asked for what was carried out; drafts, previews and grants are
		// work,
		// not records, and go with reminders
		tables.removeAll(List.of("audit_event", "account_grant", "draft", "draft_field", "reminder_recipient",
				"reminder_try", "reminder_result", "reminder_answer", "sheet_preview"));
		assertThat(tables).containsExactlyInAnyOrderElementsOf(JdbcChains.TABLES);
	}

	/**
	 * Nothing that is written into a row keeps the chain from being read: the row is
	 * named, and the other plans are verified.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					ALTER TABLE submission DROP CONSTRAINT submission_period_is_a_period; UPDATE submission SET period_start = '2024-01-02' WHERE period_end = '2024-04-01'      | period_start 2024-01-01 → 2024-01-02
					ALTER TABLE figure_revision DROP CONSTRAINT figure_revision_period_is_a_period; UPDATE figure_revision SET period_start = '2024-01-02' WHERE period_end = '2024-04-01' | 2024-01-02 至 2024-04-01（不是报告期）
					ALTER TABLE figure_revision DROP CONSTRAINT figure_revision_period_is_a_period; UPDATE figure_revision SET period_end = 'infinity' WHERE period_end = '2024-04-01' | 不是报告期
					ALTER TABLE figure_revision DROP CONSTRAINT figure_revision_period_is_a_period; UPDATE figure_revision SET period_start = '2024-01-01 BC', period_end = '2024-04-01 BC' WHERE period_end = '2024-04-01' | 数据 invented-on-track 2024-Q1 第1版已不存在
					ALTER TABLE submission DROP CONSTRAINT submission_period_is_a_period; UPDATE submission SET period_start = '2024-01-01 BC', period_end = '2024-04-01 BC' WHERE period_end = '2024-04-01' | period_end 2024-04-01 → -2023-04-01
					ALTER TABLE figure_review DROP CONSTRAINT figure_review_period_is_a_period; UPDATE figure_review SET period_start = '2024-01-01 BC' WHERE period_end = '2024-04-01' | 审核 invented-on-track 2024-Q1 第1版已不存在
					ALTER TABLE chain_link ALTER recorded_at DROP NOT NULL; UPDATE chain_link SET recorded_at = NULL WHERE number = 3 | 第3号链节：无法读取：recorded_at
					ALTER TABLE figure_revision DROP CONSTRAINT figure_revision_value_in_range; UPDATE figure_revision SET value = 'NaN' WHERE period_end = '2024-04-01'                            | value 5.0 → NaN
					UPDATE submission SET recorded_at = 'infinity', known_from = '-infinity' WHERE period_end = '2024-04-01' | recorded_at
					UPDATE plan_revision SET header = '[]' WHERE revision = 1                                           | header
					UPDATE plan_revision SET header = replace(header::text, 'Asia/Shanghai', 'Nowhere/City')::json WHERE revision = 1 | Nowhere/City
					UPDATE target_revision SET definition = '0' WHERE indicator = 'invented-on-track'                   | definition
					UPDATE chain_fact SET fact = 'nonsense' WHERE number = 2                                             | 链节内容与其哈希不符
					UPDATE chain_fact SET content = '' WHERE number = 2                                                  | 链节内容与其哈希不符
					ALTER TABLE chain_link DROP CONSTRAINT chain_link_kind; UPDATE chain_link SET kind = 'nonsense' WHERE number = 3 | 第3号链节：无法读取：kind nonsense
					UPDATE chain_link SET recorded_at = 'infinity' WHERE number = 3                                      | 链节内容与其哈希不符
					UPDATE chain_link SET submission_id = NULL WHERE number = 3                                          | 链节内容与其哈希不符
					""")
	void whatNoReaderUnderstandsIsNamed(String sql, String what) {
		tampered(() -> {
			for (String statement : sql.split("; ", -1)) {
				this.jdbc.sql(statement.startsWith("UPDATE") ? statement + " AND plan_id = '" + PLAN + "'" : statement)
					.update();
			}
			assertThat(breaks(PLAN)).anyMatch((found) -> found.contains(what));
			assertThat(this.chains.verifyAll()).filteredOn((report) -> !report.head().plan().equals(PLAN))
				.isNotEmpty()
				.allMatch(ChainReport::whole);
		});
	}

	/** Also where a fact's sealed text was written anew, hash and all. */
	@Test
	void aSealedTextThatIsNoneIsNamed() {
		tampered(() -> {
			ChainLink link = SealedLinks.of(PLAN, this.jdbc).get(4);
			List<ChainFact> facts = link.facts().stream().map((fact) -> new ChainFact(fact.id(), "x=9:")).toList();
			ChainLink anew = ChainLink.seal(PLAN, 5, link.kind(), link.submission(), link.recordedAt(), link.previous(),
					facts);
			change("UPDATE chain_fact SET content = 'x=9:' WHERE number = 5 AND plan_id = '" + PLAN + "'");
			change("UPDATE chain_link SET hash = '" + anew.hash() + "' WHERE number = 5 AND plan_id = '" + PLAN + "'");
			change("UPDATE plan_change SET chain_hash = '" + anew.hash() + "' WHERE plan_id = '" + PLAN + "'");
			assertThat(breaks(PLAN)).isNotEmpty().allMatch((found) -> found.contains("被改动：无法读取"));
		});
	}

	@Test
	void aClockThatWasSetBackIsToldAndBreaksNothing(CapturedOutput output) {
		tampered(() -> {
			this.clock.setToNoonOf("2024-07-01");
			anySubmission();
			this.clock.setToNoonOf("2024-07-10");
			ChainReport report = this.chains.verify(PLAN);
			assertThat(report.breaks()).isEmpty();
			assertThat(report.notes()).singleElement()
				.satisfies((note) -> assertThat(note.zh())
					.isEqualTo("第6号链节记于 2024-07-01T04:00:00Z，早于前一链节（2024-07-10T04:00:00Z）：系统时钟曾被调回"));
		});
		assertThat(output.getAll()).contains("the clock is behind: link 6 of plan demo-2024");
	}

	@Test
	void aHashIsLoggedOnlyOnceItIsKept(CapturedOutput output) {
		tampered(() -> {
			anySubmission();
			String hash = Objects.requireNonNull(this.chains.verify(PLAN).head().hash());
			assertThat(hash).hasSize(64);
			assertThat(output.getAll()).doesNotContain(hash);
		});
		assertThat(output.getAll()).doesNotContain("link 6 has hash");
	}

	@Test
	void theApiNamesTheFirstBrokenLinkInTheReadersLanguage() {
		Api.Answer answer = this.api.reviewer().get("/api/chain");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().valueStream()).hasSize(this.chains.heads().size())
			.allMatch((row) -> row.path("whole").asBoolean() && row.path("broken").isEmpty());
		assertThat(this.api.leader().get("/api/chain").status()).isEqualTo(403);
		assertThat(this.api.staff().get("/chain").status()).isEqualTo(403);
		assertThat(this.api.auditor().get("/chain").body())
			.contains(Objects.requireNonNull(this.chains.verify(PLAN).head().hash()));
		assertThat(this.api.admin().get("/chain?hash=abc").body()).contains("没有找到");
	}

	private List<ChainBreak> breaksAfter(String sql) {
		List<ChainBreak> breaks = new ArrayList<>();
		tampered(() -> {
			change(sql);
			breaks.addAll(this.chains.verify(PLAN).breaks());
		});
		return breaks;
	}

	/** With the triggers off, as the owner may; undone in the end. */
	private void tampered(Runnable work) {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			TestDatabases.attack(this.jdbc);
			work.run();
		});
	}

	private void change(String sql) {
		assertThat(this.jdbc.sql(sql).update()).as(sql).isPositive();
	}

	private void anySubmission() {
		this.ledger.write(PLAN, (writer) -> {
			writer.append(UUID.randomUUID(),
					new Submission(Period.between(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 10, 1)), null,
							List.of()),
					"staff", Moment.at(this.clock.instant()));
			return true;
		});
	}

	private List<String> breaks(String plan) {
		return this.chains.verify(plan).breaks().stream().map((found) -> found.sentence().zh()).toList();
	}

	private void removeTheChain(String plan) {
		change("DELETE FROM chain_fact WHERE plan_id = '" + plan + "'");
		change("DELETE FROM chain_link WHERE plan_id = '" + plan + "'");
		change("UPDATE plan_change SET chain_number = 0, chain_hash = NULL WHERE plan_id = '" + plan + "'");
	}

	/** Every link anew, over the facts as they are now. */
	private void rewriteAsItIsNow() {
		Map<String, String> present = new HashMap<>();
		new FactRows(this.jdbc).each(PLAN, (fact) -> present.put(fact.id(), fact.content()));
		String previous = null;
		for (ChainLink link : SealedLinks.of(PLAN, this.jdbc)) {
			List<ChainFact> facts = link.facts()
				.stream()
				.map((fact) -> new ChainFact(fact.id(), Objects.requireNonNull(present.get(fact.id()))))
				.toList();
			ChainLink anew = ChainLink.seal(PLAN, link.number(), link.kind(), link.submission(), link.recordedAt(),
					previous, facts);
			for (int position = 0; position < facts.size(); position++) {
				this.jdbc.sql("UPDATE chain_fact SET content = ? WHERE plan_id = ? AND number = ? AND position = ?")
					.params(facts.get(position).content(), PLAN, link.number(), position)
					.update();
			}
			this.jdbc.sql(
					"UPDATE chain_link SET previous_hash = :previous, hash = :hash WHERE plan_id = :plan AND number = :number")
				.param("previous", previous)
				.param("hash", anew.hash())
				.param("plan", PLAN)
				.param("number", link.number())
				.update();
			previous = anew.hash();
		}
		this.jdbc.sql("UPDATE plan_change SET chain_hash = :hash WHERE plan_id = :plan")
			.param("hash", previous)
			.param("plan", PLAN)
			.update();
	}

	private String submit(String period, String figures) {
		Api.Answer answer = this.api.staff().submit(PLAN, period, figures);
		assertThat(answer.status()).as(answer.body()).isEqualTo(201);
		return answer.json().path("id").asString();
	}

}
