package org.targetmonitor.submission.jdbc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Chain;
import org.targetmonitor.submission.ChainBreak;
import org.targetmonitor.submission.ChainFact;
import org.targetmonitor.submission.ChainLink;
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

	private static final String UPGRADED = "yuhang-2024";

	private static final String SECOND = "invented-at-risk";

	@Autowired
	private Api api;

	@Autowired
	private SettableClock clock;

	@Autowired
	private Chains chains;

	@Autowired
	private Ledger ledger;

	@Autowired
	private ApplicationRunner chainStart;

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
			.allSatisfy((head) -> assertThat(this.chains.read(head.plan()).breaks()).isEmpty());
		assertThat(this.chains.read(PLAN).links()).extracting(ChainLink::kind)
			.containsExactly(ChainLink.Kind.PLAN, ChainLink.Kind.SUBMISSION, ChainLink.Kind.APPROVAL,
					ChainLink.Kind.SUBMISSION, ChainLink.Kind.RETURN);
	}

	@Test
	void anApprovalHoldsTheSubmissionTheFiguresAndTheReviewsAsTheyAreStored() {
		ChainLink approval = this.chains.read(PLAN).links().get(2);
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
		assertThat(this.chains.read(PLAN).breaks()).isEmpty();
	}

	@Test
	void whoRewritesTheRestOfTheChainIsFoundByAHashWrittenDown() {
		String writtenDown = Objects.requireNonNull(this.chains.read(PLAN).head().hash());
		assertThat(this.chains.find(writtenDown + " ")).get()
			.extracting(Chains.Place::plan, Chains.Place::number)
			.containsExactly(PLAN, 5L);

		tampered(() -> {
			change("UPDATE figure_revision SET value = 6 WHERE indicator = 'invented-on-track' AND plan_id = '" + PLAN
					+ "'");
			rewriteAsItIsNow();
			assertThat(this.chains.read(PLAN).breaks()).isEmpty();
			assertThat(this.chains.read(PLAN).head().number()).isEqualTo(5);
			assertThat(this.chains.find(writtenDown)).isEmpty();
		});
		assertThat(this.chains.find(writtenDown)).isPresent();
	}

	@Test
	void whatWasThereBeforeTheChainIsSealedOnce() {
		tampered(() -> {
			removeTheChain();
			change("INSERT INTO chain_start (plan_id, step) VALUES ('" + PLAN + "', 'owed')");
			assertThat(this.chains.read(PLAN).breaks()).isNotEmpty();
			this.chains.begin(PLAN);
			this.chains.begin(PLAN);
			Chain chain = this.chains.read(PLAN);
			assertThat(chain.breaks()).isEmpty();
			assertThat(chain.links()).extracting(ChainLink::kind).containsExactly(ChainLink.Kind.START);
			assertThat(this.chains.starts()).contains(new Chains.Start(PLAN, chain.links().getFirst().recordedAt(),
					chain.links().getFirst().facts().size()));

			removeTheChain();
			this.chains.begin(PLAN);
			assertThat(this.chains.read(PLAN).links()).isEmpty();
			assertThat(first().sentence().zh()).isEqualTo("整条链：缺失");
		});
	}

	@Test
	void aChainThatWasRemovedIsNotSealedAnew() {
		tampered(() -> {
			removeTheChain();
			change("UPDATE figure_revision SET value = 6 WHERE indicator = 'invented-on-track' AND plan_id = '" + PLAN
					+ "'");
			atStart();
			this.ledger.write(PLAN, (writer) -> {
				writer.append(UUID.randomUUID(),
						new Submission(Period.between(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 10, 1)), null,
								List.of()),
						"staff", Moment.at(this.clock.instant()));
				return true;
			});
			assertThat(this.chains.read(PLAN).links()).extracting(ChainLink::kind)
				.containsExactly(ChainLink.Kind.SUBMISSION);
			assertThat(this.chains.read(PLAN).breaks()).extracting((found) -> found.sentence().zh())
				.contains("链外记录：数据 invented-on-track 2024-Q1 第1版不在任何链节中");
		});
	}

	@Test
	void aStartThatTheMonitorNeverMadeIsFound() {
		tampered(() -> {
			removeTheChain();
			change("INSERT INTO chain_start (plan_id, step) VALUES ('" + PLAN + "', 'owed')");
			this.chains.begin(PLAN);
			change("DELETE FROM chain_start WHERE plan_id = '" + PLAN + "'");
			assertThat(first().sentence().zh()).isEqualTo("第1号链节（起始封存）：起始封存没有登记");
			change("INSERT INTO chain_start (plan_id, step, hash) VALUES ('" + PLAN + "', 'sealed', repeat('0', 64))");
			assertThat(first().sentence().zh()).isEqualTo("链首：不是登记过的起始封存");
		});
	}

	@Test
	void aPlanWhoseHeadWasRemovedIsVerifiedStill() {
		tampered(() -> {
			change("DELETE FROM plan_change WHERE plan_id = '" + PLAN + "'");
			assertThat(this.chains.heads()).contains(new Chain.Head(PLAN, 0, null));
			assertThat(first().sentence().zh()).isEqualTo("链尾：与所记链尾不符");
			atStart();
		});
	}

	@Test
	void aHashIsLoggedOnlyOnceItIsKept(CapturedOutput output) {
		tampered(() -> {
			removeTheChain();
			change("INSERT INTO chain_start (plan_id, step) VALUES ('" + PLAN + "', 'owed')");
			this.chains.begin(PLAN);
			String hash = Objects.requireNonNull(this.chains.read(PLAN).head().hash());
			assertThat(hash).hasSize(64);
			assertThat(output.getAll()).doesNotContain(hash);
		});
		assertThat(output.getAll()).doesNotContain("link 1 has hash");
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM chain_link WHERE plan_id = 'demo-2024'").query(Long.class).single())
			.isEqualTo(5);
	}

	@Test
	void thePageSaysWhereAnUpgradedPlansChainBegins() {
		assertThat(this.api.admin().get("/chain").body()).doesNotContain("起始封存");
		this.transaction.executeWithoutResult((status) -> {
			TestDatabases.attack(this.jdbc);
			removeTheChain(UPGRADED);
			change("INSERT INTO chain_start (plan_id, step) VALUES ('" + UPGRADED + "', 'owed')");
		});
		this.chains.begin(UPGRADED);

		ChainLink first = this.chains.read(UPGRADED).links().getFirst();
		assertThat(this.api.admin().get("/chain").body())
			.contains("起始封存：2024-07-10 12:00，启用数据链之前已有的" + first.facts().size() + "条记录");
		assertThat(this.chains.read(UPGRADED).breaks()).isEmpty();
	}

	@Test
	void theApiNamesTheFirstBrokenLinkInTheReadersLanguage() {
		Api.Answer answer = this.api.reviewer().get("/api/chain");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().valueStream()).hasSize(this.chains.heads().size())
			.allMatch((row) -> row.path("whole").asBoolean() && row.path("broken").isEmpty());
		assertThat(this.api.leader().get("/api/chain").status()).isEqualTo(403);
		assertThat(this.api.staff().get("/chain").status()).isEqualTo(403);
		assertThat(this.api.as("auditor", "[{\"role\":\"auditor\"}]").get("/chain").body())
			.contains(Objects.requireNonNull(this.chains.read(PLAN).head().hash()));
		assertThat(this.api.admin().get("/chain?hash=abc").body()).contains("没有找到");
	}

	private List<ChainBreak> breaksAfter(String sql) {
		List<ChainBreak> breaks = new ArrayList<>();
		tampered(() -> {
			change(sql);
			breaks.addAll(this.chains.read(PLAN).breaks());
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

	private void atStart() {
		try {
			this.chainStart.run(new DefaultApplicationArguments());
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	private void removeTheChain() {
		removeTheChain(PLAN);
	}

	private void removeTheChain(String plan) {
		change("DELETE FROM chain_fact WHERE plan_id = '" + plan + "'");
		change("DELETE FROM chain_link WHERE plan_id = '" + plan + "'");
		change("UPDATE plan_change SET chain_number = 0, chain_hash = NULL WHERE plan_id = '" + plan + "'");
	}

	private ChainBreak first() {
		return this.chains.read(PLAN).breaks().getFirst();
	}

	/** Every link anew, over the facts as they are now. */
	private void rewriteAsItIsNow() {
		Chain chain = this.chains.read(PLAN);
		String previous = null;
		for (ChainLink link : chain.links()) {
			List<ChainFact> facts = link.facts()
				.stream()
				.map((fact) -> new ChainFact(fact.id(), Objects.requireNonNull(chain.present().get(fact.id()))))
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
