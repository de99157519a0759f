package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.submission.BaseShares;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Deadlines within the year, beyond what docs/progress.md has: changed ones, and words.
 */
class DeadlineTests {

	private static final Instant YEAR_BEGINS = Area.noonOf("2024-01-01");

	private static final String JUNE = invest("2024-06");

	private static final String SEPTEMBER = invest("2024-09");

	private static String lines(String deadline) {
		return Area.target("lines", "新辟公交线路", "New bus lines", "level", "条", 0, "{at-least: 30}",
				"quarterly, deadline: " + deadline);
	}

	/**
	 * 29 by June is one too few; moved to September in July, 31 by then keep the changed
	 * one: the first verdict stays beside it.
	 */
	@Test
	void keepsTheVerdictOfTheFirstDeadlineWhenItIsMoved() {
		Recorded recorded = Recorded.nothing().approved("lines", "2024-Q2", "29").approved("lines", "2024-Q3", "31");
		TargetProgress moved = Area
			.standing(Map.of(YEAR_BEGINS, Area.plan(lines("2024-06")), Area.noonOf("2024-07-20"),
					Area.plan(lines("2024-09"))), recorded, "2024-10-20")
			.target("lines")
			.orElseThrow();

		assertThat(moved.status()).isEqualTo(Status.ACHIEVED);
		assertThat(moved.besides().first()).satisfies((first) -> {
			assertThat(first.status()).isEqualTo(Status.MISSED);
			assertThat(first.goalWords().zh()).isEqualTo("6月底前不低于30条");
		});
		assertThat(moved.explanation().zh()).isEqualTo(
				"上半年累计29条（快报数），完成年初目标（6月底前不低于30条）的96.67%，欠年初目标1条，未达标；前三季度累计31条（快报数），完成调整后目标（9月底前不低于30条）的103.33%，超调整后目标1条，达标。");
	}

	/** What was judged by June stays on the path of periods, and nothing after it. */
	@Test
	void judgesNothingAfterTheDeadline() {
		TargetProgress missed = Area.only(lines("2024-06"),
				Recorded.nothing()
					.approved("lines", "2024-Q1", "15")
					.approved("lines", "2024-Q2", "29")
					.approved("lines", "2024-Q3", "31"),
				"2024-10-20");

		assertThat(missed.status()).isEqualTo(Status.MISSED);
		assertThat(missed.path().steps()).extracting((step) -> step.period().toString())
			.containsExactly("2024-Q1", "2024-Q2");
		assertThat(missed.outlook()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2024-06, 6月底前不低于30条, at least 30 条 by the end of June",
			"2024-09-20, 9月20日前不低于30条, at least 30 条 by 20 September" })
	void isSaidWithTheGoal(String deadline, String zh, String en) {
		TargetProgress progress = Area.only(lines(deadline), Recorded.nothing(), "2024-03-01");

		assertThat(progress.target().goalWords(Text.same(""))).satisfies((words) -> {
			assertThat(words.zh()).isEqualTo(zh);
			assertThat(words.en()).isEqualTo(en);
		});
	}

	private static String invest(String deadline) {
		return Area.target("invest", "投资", "Investment", "level", "亿元", 0, "{at-least: 120}",
				"quarterly, deadline: " + deadline);
	}

	/**
	 * The second quarter's figure is due in July. Without it the first quarter's verdict
	 * counts as not reported, and after the third quarter has come it is none any more.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024-07-05 | none    | ON_TRACK        | 2024-Q2 | false | GREEN
			2024-08-10 | none    | ON_TRACK        | 2024-Q2 | true  | UNREPORTED
			2024-10-05 | none    | ON_TRACK        | 2024-Q2 | true  | UNREPORTED
			2024-12-10 | waiting | ON_TRACK        | 2024-Q2 | true  | UNREPORTED
			2024-12-10 | Q3      | AWAITING_FIGURE | 2024-Q2 | true  | UNREPORTED
			""")
	void asksForTheDecidingFigureFirst(String day, String third, Status status, String awaited, boolean overdue,
			Counted counted) {
		Recorded first = Recorded.nothing().approved("invest", "2024-Q1", "60", "2024-04-10");
		Recorded recorded = switch (third) {
			case "waiting" -> first.waiting("invest", "2024-Q3", "130");
			case "Q3" -> first.approved("invest", "2024-Q3", "130", "2024-10-10");
			default -> first;
		};
		TargetProgress invest = Area.only(JUNE, recorded, day);

		assertThat(invest.status()).isEqualTo(status);
		assertThat(invest.timeliness().awaited()).hasToString(awaited);
		assertThat(invest.timeliness().overdue()).isEqualTo(overdue);
		assertThat(invest.counted()).isEqualTo(counted);
		assertThat(invest.timeliness().missing()).extracting(Object::toString).doesNotContain(awaited);
	}

	/** What was kept or missed is counted so, although the third quarter is overdue. */
	@ParameterizedTest
	@CsvSource({ "120, ACHIEVED, GREEN", "119, MISSED, RED" })
	void countsWhatIsDecidedWhateverIsOverdueLater(String done, Status status, Counted counted) {
		TargetProgress invest = Area.only(JUNE, Recorded.nothing().approved("invest", "2024-Q2", done, "2024-07-10"),
				"2024-11-20");

		assertThat(invest.status()).isEqualTo(status);
		assertThat(invest.timeliness().overdue()).isTrue();
		assertThat(invest.counted()).isEqualTo(counted);
		assertThat(invest.explanation().zh()).doesNotContain("逾期未报");
	}

	/** 55 of 120 in June of what was to be shared: a share may have a deadline, too. */
	@Test
	void aShareHasADeadline() {
		String part = Area.target("part", "区产值", "Part", "level", "亿元", 0, "none", "quarterly");
		String whole = Area.target("whole", "市产值", "Whole", "level", "亿元", 0, "none", "quarterly");
		String share = "{indicator: share, name: 份额, wording: 份额, measure: ratio, unit: percent, decimals: 1, goal: {at-least: 50}, share-of: {part: part, whole: whole}, deadline: 2024-06, department: d, nature: expected}";
		TargetProgress progress = Area
			.standing(Area.plan(share, part, whole),
					Recorded.nothing()
						.approved("part", "2024-Q2", "55")
						.approved("whole", "2024-Q2", "120")
						.approved("part", "2024-Q3", "90")
						.approved("whole", "2024-Q3", "150"),
					"2024-11-10")
			.target("share")
			.orElseThrow();

		assertThat(progress.status()).isEqualTo(Status.MISSED);
		// 55 ÷ 120 and 90 ÷ 150
		assertThat(progress.explanation().zh()).contains("45.8%").contains("逾期后，").contains("达到60.0%");
	}

	/**
	 * 66 of 120 in June, 130 in September: by the first deadline 54 were missing, by the
	 * second one it is done.
	 */
	@Test
	void saysBothWhereTheDeadlineWasMoved() {
		Recorded recorded = Recorded.nothing()
			.approved("invest", "2024-Q2", "66", "2024-07-10")
			.approved("invest", "2024-Q3", "130", "2024-10-10");
		TargetProgress invest = Area.standing(moved(), recorded, "2024-10-20").target("invest").orElseThrow();

		assertThat(invest.status()).isEqualTo(Status.ACHIEVED);
		assertThat(invest.isChanged()).isTrue();
		assertThat(Objects.requireNonNull(invest.besides().first()).status()).isEqualTo(Status.MISSED);
		assertThat(invest.explanation().zh()).isEqualTo("上半年累计66亿元（快报数），完成年初目标（6月底前不低于120亿元）的55.00%，欠年初目标54亿元，未达标；"
				+ "前三季度累计130亿元（快报数），完成调整后目标（9月底前不低于120亿元）的108.33%，超调整后目标10亿元，达标。");
		assertThat(invest.path().steps()).extracting((step) -> step.period() + " " + step.status())
			.containsExactly("2024-Q2 MISSED", "2024-Q3 ACHIEVED");
	}

	/** 60 in March are half: on the pace to June (50 %), ahead of that to September. */
	@Test
	void saysBothBeforeEitherDeadline() {
		Recorded recorded = Recorded.nothing().approved("invest", "2024-Q1", "54", "2024-04-10");
		TargetProgress invest = Area.standing(moved(), recorded, "2024-09-10").target("invest").orElseThrow();

		assertThat(invest.status()).isEqualTo(Status.ON_TRACK);
		assertThat(Objects.requireNonNull(invest.besides().first()).status()).isEqualTo(Status.AT_RISK);
		assertThat(invest.explanation().zh()).contains(
				"完成年初目标（6月底前不低于120亿元）的45.00%，欠序时进度（50.00%）5.00个百分点；完成调整后目标（9月底前不低于120亿元）的45.00%，超序时进度（33.33%）11.67个百分点");
	}

	/** A deadline that is taken away altogether leaves the year. */
	@Test
	void saysTheFirstDeadlineOfWhatHasTheYearNow() {
		Map<Instant, Plan> versions = Map.of(YEAR_BEGINS, Area.plan(JUNE), Area.noonOf("2024-08-01"),
				Area.plan(JUNE.replace(", deadline: 2024-06", "")));
		TargetProgress invest = Area
			.standing(versions, Recorded.nothing().approved("invest", "2024-Q2", "66", "2024-07-10"), "2024-08-20")
			.target("invest")
			.orElseThrow();

		assertThat(invest.status()).isEqualTo(Status.ON_TRACK);
		assertThat(invest.explanation().zh()).contains("欠年初目标54亿元，未达标；完成调整后目标（不低于120亿元）的55.00%，超序时进度（50.00%）5.00个百分点");
	}

	private static Map<Instant, Plan> moved() {
		return Map.of(YEAR_BEGINS, Area.plan(JUNE), Area.noonOf("2024-08-01"), Area.plan(SEPTEMBER));
	}

	/**
	 * What is left, and where it may be, is until the deadline: 20 a month of 60 in
	 * three.
	 */
	@Test
	void looksAheadToTheDeadline() {
		TargetProgress invest = Area.only(SEPTEMBER,
				Recorded.nothing().approved("invest", "2024-Q1", "40").approved("invest", "2024-Q2", "90"),
				"2024-07-25");
		Outlook outlook = Objects.requireNonNull(invest.outlook());

		assertThat(OutlookWords.needed(invest).orElseThrow().zh()).isEqualTo("9月底前还需完成30亿元");
		assertThat(Objects.requireNonNull(outlook.remaining()).periods()).isEqualTo(1);
		// 90 ÷ (6 ÷ 9) and 90 + 50
		assertThat(outlook.scenarios()).extracting((scenario) -> scenario.yearEnd().middle().intValueExact())
			.containsExactly(135, 140);
		WhatIf whatIf = WhatIf.of(invest).orElseThrow();
		WhatIfWords words = new WhatIfWords(whatIf);
		assertThat(words.thresholds().zh()).isEqualTo("9月底前再完成30亿元即达标");
		assertThat(words.year(whatIf.year(new BigDecimal("24"))).zh())
			.isEqualTo("假设9月底前为24亿元，则9月底公布为114亿元（95.00%），未达标，距达标线−5.00个百分点（估算）");
	}

	/**
	 * Last year went from 40 to 60 by September, a quarter of that by March: this year
	 * from 60 to 80.
	 */
	@Test
	void aPathGoesLastYearsWayToTheDeadline() {
		String share = Area.target("share", "占比", "Share", "ratio", "percent", 1, "{at-least: 80}",
				"quarterly, path: {by: last-year}, deadline: %d-09");
		Recorded past = Recorded.nothing().approved("share", "2022-Q4", "40");
		Recorded before = Recorded.nothing()
			.approved("share", "2023-Q1", "45")
			.approved("share", "2023-Q3", "60")
			.approved("share", "2023-Q4", "60");
		PlanFacts facts = new PlanFacts(Area.plan(share.formatted(2024)),
				Recorded.nothing().approved("share", "2024-Q1", "64.9").figures(), null, BaseShares.NONE,
				List.of(new PlanYear(Area.planOf("area-2023", 2023, share.formatted(2023)), before.figures(),
						BaseShares.NONE),
						new PlanYear(Area.planOf("area-2022", 2022, share.formatted(2022)), past.figures(),
								BaseShares.NONE)),
				new TreeMap<>(), Oversight.NONE);
		Verdict verdict = PlanStanding.of(facts, ShippedCalendars.all(), Area.noonOf("2024-05-01"))
			.target("share")
			.flatMap(TargetProgress::judged)
			.orElseThrow();

		assertThat(verdict.comparison().line()).isEqualByComparingTo("65");
		assertThat(verdict.margin()).isEqualByComparingTo("-0.1");
	}

	/**
	 * A task is done by its deadline or not, and nothing more is due once it is done
	 * late.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2024-Q1 30              | ON_TRACK | 30  | false | 与节点计划（30.00%）持平
			2024-Q1 29              | AT_RISK  | 30  | false | 欠节点计划（30.00%）1.00个百分点
			2024-Q2 100             | ACHIEVED | 100 | false | 期限6月30日，与目标持平，达标
			2024-Q2 95              | MISSED   | 100 | true  | 期限6月30日，欠目标5.00个百分点，未达标
			2024-Q2 95; 2024-Q3 100 | MISSED   | 100 | false | 逾期后，前三季度达到100%
			""")
	void aTaskHasADeadline(String figures, Status status, String pace, boolean moreIsDue, String says) {
		Plan plan = tasks("2024-06-30");
		Recorded recorded = Recorded.nothing();
		for (String figure : figures.split("; ", -1)) {
			recorded = recorded.approved("hall", figure.substring(0, 7), figure.substring(8));
		}
		TargetProgress hall = Area.standing(plan, recorded, "2024-11-05").target("hall").orElseThrow();

		assertThat(hall.status()).isEqualTo(status);
		assertThat(hall.judged().map(Verdict::headway).orElseThrow().pace().movePointRight(2))
			.isEqualByComparingTo(pace);
		assertThat(hall.explanation().zh()).contains(says);
		if (status == Status.MISSED) {
			assertThat(hall.timeliness().awaited() != null).isEqualTo(moreIsDue);
		}
	}

	private static Plan tasks(String deadline) {
		return PlanFile.read(YamlTree.read(Area.header("area-2024", 2024, "330110", "某区") + """
				tasks:
				- area: {code: t, zh: 科技}
				  items:
				  - {task: hall, name: 科技馆, deadline: %s, milestones: {2024-Q1: 30}}
				""".formatted(deadline) + "targets: [" + Area.GDP + "]\n"), "area-2024").plan();
	}

}
