package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.Period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.targetmonitor.submission.SampleSubmissions.PLAN;
import static org.targetmonitor.submission.SampleSubmissions.approved;
import static org.targetmonitor.submission.SampleSubmissions.figure;
import static org.targetmonitor.submission.SampleSubmissions.levelAlone;
import static org.targetmonitor.submission.SampleSubmissions.notAvailable;
import static org.targetmonitor.submission.SampleSubmissions.returned;
import static org.targetmonitor.submission.SampleSubmissions.revising;
import static org.targetmonitor.submission.SampleSubmissions.submission;
import static org.targetmonitor.submission.SampleSubmissions.waiting;

/** What each rule refuses, and what it lets pass. */
class RulesTests {

	private static final Figures NONE = new Figures(List.of());

	private static final LocalDate APRIL = LocalDate.of(2024, 4, 10);

	@Test
	void takesAFigureThatIsInOrder() {
		assertThat(refusals(submission("2024-Q1", figure("gdp", "5.3"), figure("revenue", "-2"), figure("jobs", "300"),
				levelAlone("gdp", "100"))))
			.containsExactly("twice");
		assertThat(
				refusals(submission("2024-Q1", figure("gdp", "5.3"), figure("revenue", "-2"), figure("jobs", "300"))))
			.isEmpty();
	}

	@Test
	void refusesAnIndicatorThatThePlanDoesNotHave() {
		assertThat(refusals(submission("2024-Q1", figure("gdq", "5.3")))).containsExactly("unknown-indicator");
	}

	/**
	 * The plan names the province's figure; whoever reports the own one has none of it.
	 */
	@Test
	void refusesAnotherAreasFigure() {
		Plan plan = PlanFile.read(YamlTree.read("""
				plan: area-2024
				title: 目标
				area: {code: "330110", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 报告
				due: {working-days-after-period: 15}
				closes: 2025-12-31
				departments: {d: {zh: 统计局}}
				targets:
				- {indicator: gdp, name: 生产总值, wording: 快于全省, measure: growth, unit: percent, decimals: 1,
				   goal: {faster-than: {area: "330000", indicator: gdp}}, reported: quarterly, department: d,
				   nature: expected}
				"""), "area-2024").plan();

		assertThat(plan.target("330000/gdp")).isPresent();
		assertThat(plan.reported("330000/gdp")).isEmpty();
		assertThat(Rules.refusals(submission("2024-Q1", figure("330000/gdp", "1.0")), plan, NONE, APRIL))
			.extracting(Fault::rule)
			.containsExactly("unknown-indicator");
	}

	@ParameterizedTest
	@ValueSource(strings = { "faster", "assigned" })
	void refusesFiguresForWhatHasNoneOfItsOwn(String indicator) {
		assertThat(refusals(submission("2024-Q1", figure(indicator, "5.3")))).containsExactly("no-own-figures");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023-Q4", "2025-Q1", "2023" })
	void refusesAPeriodOfAnotherYear(String period) {
		assertThat(refusals(submission(period, figure("gdp", "5.3")), LocalDate.of(2026, 1, 1)))
			.containsExactly("plan-year");
	}

	@ParameterizedTest
	@CsvSource({ "gdp, 2024", "gdp, 2024-S1", "gdp, 2024-03", "research, 2024-Q4", "research, 2024-12",
			"output, 2024-01", "output, 2024-Q1", "output, 2024-11" })
	void refusesAPeriodThatTheIndicatorIsNotReportedFor(String indicator, String period) {
		assertThat(refusals(submission(period, figure(indicator, "5.3")), LocalDate.of(2025, 1, 1)))
			.containsExactly("frequency");
	}

	@ParameterizedTest
	@CsvSource({ "gdp, 2024-Q4", "research, 2024", "output, 2024-02", "output, 2024-12" })
	void takesAPeriodThatTheIndicatorIsReportedFor(String indicator, String period) {
		assertThat(refusals(submission(period, figure(indicator, "5.3")), LocalDate.of(2025, 1, 1))).isEmpty();
	}

	@Test
	void refusesAFigureForAPeriodThatHasNotEnded() {
		Submission quarter = submission("2024-Q1", figure("gdp", "5.3"));
		assertThat(refusals(quarter, LocalDate.of(2024, 3, 31))).containsExactly("not-ended");
		assertThat(refusals(quarter, LocalDate.of(2024, 4, 1))).isEmpty();
		assertThat(refusals(submission("2024", figure("research", "3")), LocalDate.of(2024, 12, 31)))
			.containsExactly("not-ended");
	}

	@Test
	void takesAnEarlyFigureOnceItsPeriodHasBegun() {
		Submission harvest = submission("2024", figure("grain", "11"));
		assertThat(refusals(harvest, LocalDate.of(2023, 12, 31))).containsExactly("not-ended");
		assertThat(refusals(harvest, LocalDate.of(2024, 1, 1))).isEmpty();
	}

	@Test
	void refusesAFigureThatSaysNothing() {
		Figure quarterAlone = new Figure("gdp", null, null, BigDecimal.ONE, ObsStatus.P, null, null, null, "x");
		assertThat(refusals(submission("2024-Q1", quarterAlone))).containsExactly("required");
		assertThat(refusals(submission("2024-Q1", levelAlone("gdp", "100")))).isEmpty();
	}

	@Test
	void asksWhyThereIsNoFigure() {
		assertThat(refusals(submission("2024-Q1", notAvailable("gdp", null)))).containsExactly("required");
		assertThat(refusals(submission("2024-Q1", notAvailable("gdp", "统计口径调整中")))).isEmpty();
		Figure both = new Figure("gdp", BigDecimal.ONE, null, null, ObsStatus.M, null, null, null, "x");
		Figure quarter = new Figure("gdp", null, null, BigDecimal.ONE, ObsStatus.M, null, null, null, "x");
		assertThat(refusals(submission("2024-Q1", both))).containsExactly("not-available");
		assertThat(refusals(submission("2024-Q1", quarter))).containsExactly("not-available");
	}

	@ParameterizedTest
	@CsvSource({ "gdp, 10000, true", "gdp, -10000, true", "gdp, 10000.01, false", "gdp, -10001, false",
			"jobs, 10001, true", "jobs, 999999999999999, true" })
	void refusesAPercentageThatNobodyPublishes(String indicator, String value, boolean taken) {
		assertThat(refusals(submission("2024-Q1", figure(indicator, value))))
			.isEqualTo(taken ? List.of() : List.of("range"));
	}

	@Test
	void refusesAQuartersPercentageThatNobodyPublishes() {
		Figure figure = new Figure("gdp", BigDecimal.ONE, new BigDecimal("20000"), new BigDecimal("10001"), ObsStatus.P,
				null, null, null, null);
		assertThat(Rules.refusals(submission("2024-Q1", figure), PLAN, NONE, APRIL))
			.extracting(Fault::field, Fault::rule)
			.containsExactly(tuple("quarter-value", "range"));
	}

	@Test
	void refusesALevelWithoutAUnitForIt() {
		assertThat(refusals(submission("2024-Q1", levelAlone("revenue", "100")))).containsExactly("level-unit");
	}

	@Test
	void refusesARevisionWithoutAReason() {
		Figures known = new Figures(List.of(waiting("2024-Q1", 1, figure("gdp", "5.1"), SampleSubmissions.SPRING)));
		Submission silent = submission("2024-Q1", revising("gdp", 1, null, null));
		assertThat(refusals(silent, known)).containsExactly("required");
		assertThat(refusals(new Submission(silent.period(), "录入有误", silent.figures()), known)).isEmpty();
		assertThat(refusals(submission("2024-Q1", revising("gdp", 1, null, "录入有误")), known)).isEmpty();
	}

	@Test
	void asksForTheKindOfARevisionOfWhatIsApproved() {
		Figures known = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5.1"))));
		assertThat(refusals(submission("2024-Q1", revising("gdp", 1, null, "x")), known)).containsExactly("kind");
		assertThat(refusals(submission("2024-Q1", revising("gdp", 1, RevisionKind.CENSUS, "x")), known)).isEmpty();
		Figures above = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5")),
				returned("2024-Q1", 2, revising("gdp", 1, RevisionKind.CORRECTION, "x"))));
		assertThat(refusals(submission("2024-Q1", revising("gdp", 2, null, "x")), above)).containsExactly("kind");
	}

	@Test
	void takesNoKindWhereNothingIsApproved() {
		Figures known = new Figures(List.of(returned("2024-Q1", 1, figure("gdp", "5"))));
		assertThat(refusals(submission("2024-Q1", revising("gdp", 1, RevisionKind.CORRECTION, "x")), known))
			.containsExactly("kind");
		assertThat(refusals(submission("2024-Q1", revising("gdp", 1, null, "x")), known)).isEmpty();
		Figures other = new Figures(List.of(approved("2024-Q2", 1, figure("gdp", "5"))));
		assertThat(refusals(submission("2024-Q1", revising("gdp", 1, RevisionKind.CORRECTION, "x")), other))
			.containsExactly("kind");
	}

	@Test
	void givesEveryRefusalWithItsPlace() {
		Submission bad = submission("2024-Q2", figure("gdq", "1"), figure("gdp", "20000"), levelAlone("revenue", "1"),
				revising("gdp", 1, null, null));
		assertThat(Rules.refusals(bad, PLAN, NONE, APRIL))
			.extracting((fault) -> fault.subject().toString(), Fault::field, Fault::rule)
			.containsExactly(tuple("figures[0] gdq", "indicator", "unknown-indicator"),
					tuple("figures[1] gdp", "period", "not-ended"), tuple("figures[1] gdp", "value", "range"),
					tuple("figures[2] revenue", "period", "not-ended"),
					tuple("figures[2] revenue", "level", "level-unit"), tuple("figures[3] gdp", "indicator", "twice"),
					tuple("figures[3] gdp", "period", "not-ended"), tuple("figures[3] gdp", "reason", "required"));
	}

	@Test
	void refusesOtherDepartmentsAndPlans() {
		Submission both = submission("2024-Q1", figure("gdp", "5"), figure("revenue", "5"), figure("gdq", "5"));
		assertThat(Rules.foreign(both, PLAN, author("sample-2024", "tax")))
			.extracting((fault) -> fault.subject().toString(), Fault::rule)
			.containsExactly(tuple("figures[0] gdp", "other-department"));
		assertThat(Rules.foreign(both, PLAN, author("another-2024", "*")))
			.extracting((fault) -> fault.subject().toString())
			.containsExactly("figures[0] gdp", "figures[1] revenue");
		assertThat(Rules.foreign(both, PLAN, author("sample-2024", "*"))).isEmpty();
		assertThat(Rules.foreign(both, PLAN, author("*", "*"))).isEmpty();
		assertThat(Rules.foreign(both, PLAN, new Author("nobody", Set.of()))).hasSize(2);
	}

	@Test
	void isStaleUnlessItBuildsOnTheNewestRevision() {
		Figures known = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5")),
				returned("2024-Q1", 2, revising("gdp", 1, RevisionKind.CORRECTION, "x"))));
		assertThat(stale(submission("2024-Q1", figure("gdp", "5")), known)).containsExactly("stale");
		assertThat(stale(submission("2024-Q1", revising("gdp", 1, null, "x")), known)).containsExactly("stale");
		assertThat(stale(submission("2024-Q1", revising("gdp", 3, null, "x")), known)).containsExactly("stale");
		assertThat(stale(submission("2024-Q1", revising("gdp", 2, null, "x")), known)).isEmpty();
		assertThat(stale(submission("2024-Q2", figure("gdp", "5")), known)).isEmpty();
		assertThat(stale(submission("2024-Q2", revising("gdp", 1, null, "x")), known)).containsExactly("stale");
		assertThat(stale(submission("2024-Q1", figure("revenue", "5")), known)).isEmpty();
	}

	/**
	 * A yield of grain is known in November; a growth rate is not before its quarter is
	 * over.
	 */
	@ParameterizedTest
	@CsvSource({ "grain, 2024, 2024-11-20, true", "grain, 2024, 2024-01-01, true", "grain, 2024, 2023-12-31, false",
			"grain, 2024, 2024-11-26, false", "gdp, 2024-Q3, 2024-10-01, true", "gdp, 2024-Q3, 2024-09-30, false",
			"gdp, 2024-Q3, 2024-11-26, false" })
	void takesADayOfPublicationOnWhichTheFigureCouldBeKnown(String indicator, String period, String day,
			boolean taken) {
		Figure figure = new Figure(indicator, BigDecimal.TEN, null, null, ObsStatus.P, null, null,
				Map.of(Detail.PUBLISHED, day));
		assertThat(refusals(submission(period, figure), LocalDate.of(2024, 11, 25)).contains("day"))
			.isNotEqualTo(taken);
	}

	/** The first half came out on 15 July; what corrects it did not come out before. */
	@ParameterizedTest
	@CsvSource({ "2024-07-14, true", "2024-07-15, false", "2024-10-18, false", "nonsense, false" })
	void aCorrectionDidNotComeOutBeforeWhatItReplaces(String day, boolean refused) {
		Figures known = new Figures(List.of(approved("2024-Q2", 1, published("5.0", null, "2024-07-15"))));
		Submission correction = new Submission(Period.parse("2024-Q2").orElseThrow(), "x",
				List.of(published("4.9", 1, day)));

		assertThat(Rules.refusals(correction, PLAN, known, LocalDate.of(2024, 11, 25))
			.stream()
			.map(Fault::rule)
			.anyMatch("order"::equals)).isEqualTo(refused);
	}

	/** A wrong day that was returned can be put right. */
	@Test
	void aReturnedFigureSaysNothingOfTheDay() {
		Figures known = new Figures(List.of(returned("2024-Q2", 1, published("5.0", null, "2024-07-25"))));
		Submission again = new Submission(Period.parse("2024-Q2").orElseThrow(), "x",
				List.of(published("5.0", 1, "2024-07-15")));

		assertThat(Rules.refusals(again, PLAN, known, LocalDate.of(2024, 11, 25))).extracting(Fault::rule)
			.doesNotContain("order");
	}

	private static Figure published(String value, @Nullable Integer replaces, String day) {
		return new Figure("gdp", new BigDecimal(value), null, null, ObsStatus.P,
				(replaces != null) ? RevisionKind.VERIFICATION : null, replaces, Map.of(Detail.PUBLISHED, day));
	}

	@Test
	void saysWhichRevisionToBuildOn() {
		Figures known = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5"))));
		assertThat(Rules.stale(submission("2024-Q1", figure("gdp", "5")), known).getFirst().reason().en())
			.isEqualTo("revision 1 is there already; look at it, and correct that one with a reason");
		assertThat(Rules.stale(submission("2024-Q2", revising("gdp", 1, null, "x")), known).getFirst().reason().en())
			.isEqualTo("there is no revision yet that could be corrected; hand it in as a first figure");
	}

	@Test
	void warnsOfMoreDecimalsThanArePublished() {
		Fault warning = Remarks.of(submission("2024-Q1", figure("gdp", "5.949")), PLAN, NONE, APRIL).getFirst();
		assertThat(warning.rule()).isEqualTo("decimals");
		assertThat(warning.reason().zh()).isEqualTo("5.949的小数位多于公布的1位，按5.9评价（逐次舍入可能改变结果）");
		assertThat(warning.reason().en())
			.isEqualTo("5.949 has more decimals than the 1 published; it is judged as 5.9 (rounding twice may change"
					+ " the result)");
		assertThat(Remarks.of(submission("2024-Q1", figure("gdp", "5.900")), PLAN, NONE, APRIL)).isEmpty();
	}

	@Test
	void refusesACorrectionThatChangesNothing() {
		Figures known = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5.0"))));
		Figure same = revising("gdp", 1, RevisionKind.CORRECTION, "x");
		assertThat(unchanged(submission("2024-Q1", same), known)).containsExactly("与现有数据（第1版）相同，没有更正的内容；不更正的，请取消更正");
		Submission withReason = new Submission(submission("2024-Q1", same).period(), "the note was wrong",
				List.of(same));
		assertThat(unchanged(withReason, known)).as("the note alone is corrected, and the reason given apart")
			.isEmpty();
		Figures other = new Figures(List.of(approved("2024-Q1", 1, figure("gdp", "5.1"))));
		assertThat(unchanged(submission("2024-Q1", same), other)).isEmpty();
		Figures sentBack = new Figures(List.of(returned("2024-Q1", 1, figure("gdp", "5.0"))));
		assertThat(unchanged(submission("2024-Q1", revising("gdp", 1, null, "x")), sentBack))
			.as("what was returned may be confirmed")
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "一次性退税\n已核", " 一次性退税\n已核", "一次性退税\n已核 \n", "一次性退税\r\n已核", "一次性退税\n已核\u3000" })
	void refusesACorrectionOfWhatNobodySees(String note) {
		Figure before = revising("gdp", 1, RevisionKind.CORRECTION, "一次性退税\n已核");
		Figures known = new Figures(List.of(approved("2024-Q1", 2, before)));
		Submission again = new Submission(submission("2024-Q1", before).period(), "更正",
				List.of(revising("gdp", 2, RevisionKind.CORRECTION, note)));
		assertThat(unchanged(again, known)).hasSize(1);
	}

	private static List<String> unchanged(Submission submission, Figures known) {
		return Rules.refusals(submission, PLAN, known, APRIL)
			.stream()
			.filter((fault) -> fault.rule().equals("unchanged"))
			.map((fault) -> fault.reason().zh())
			.toList();
	}

	private static Author author(String plan, String department) {
		return new Author("author", Set.of(new Author.Scope(plan, department)));
	}

	private static List<String> stale(Submission submission, Figures known) {
		return Rules.stale(submission, known).stream().map(Fault::rule).toList();
	}

	private static List<String> refusals(Submission submission) {
		return refusals(submission, NONE);
	}

	private static List<String> refusals(Submission submission, LocalDate today) {
		return Rules.refusals(submission, PLAN, NONE, today).stream().map(Fault::rule).toList();
	}

	private static List<String> refusals(Submission submission, Figures known) {
		return Rules.refusals(submission, PLAN, known, APRIL).stream().map(Fault::rule).toList();
	}

}
