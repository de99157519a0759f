package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanVersions;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.ObsStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From where another area's figures come that a target is held against, as of when they
 * are known, and what is worked out anew when they change.
 */
class ElsewhereTests {

	private static final String FASTER = Area.growth("gdp", "{faster-than: {area: \"330000\", indicator: gdp}}",
			"quarterly");

	private static final String OWN_GDP = Area.growth("gdp", "none", "quarterly");

	private static final Instant YEAR_BEGINS = Instant.parse("2023-12-31T16:00:00Z");

	private final InMemory records = new InMemory();

	private final Instant now = Area.noonOf("2024-10-26");

	private final Standings standings = new Standings(new KeptRecords(this.records), ShippedCalendars.all(),
			Clock.fixed(this.now, ZoneOffset.UTC), Clock.fixed(this.now, ZoneOffset.UTC));

	ElsewhereTests() {
		this.records.put(Area.planOf("area-2024", 2024, FASTER),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-20"));
	}

	@Test
	void comesFromThatAreasPlanWhereThereIsOne() {
		province("province-2024", 2024, OWN_GDP,
				Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18").waiting("gdp", "2024-Q4", "9"));
		reference("5.9", "2024-10-18");

		TargetProgress progress = gdp();
		assertThat(progress.status()).isEqualTo(Status.ON_TRACK);
		assertThat(progress.explanation().zh()).isEqualTo("前三季度同比增长5.7%（初步核算），比全省前三季度的5.4%（初步核算）高0.3个百分点，符合目标要求。");
		assertThat(progress.explanation().en()).contains("the province's 5.4% in the first three quarters");
		assertThat(explained().inputs().getLast().origin()).hasToString("Text[zh=该地区计划的数据, en=of that area's plan]");
	}

	@Test
	void comesFromTheReferenceFiguresForAPeriodThatThePlanHasNoneOf() {
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q2", "5.9"));
		reference("5.4", "2024-10-18");

		assertThat(gdp().judged().orElseThrow().operand()).isEqualByComparingTo("5.4");
	}

	@Test
	void comesFromTheReferenceFiguresElse() {
		reference("5.4", "2024-10-18");

		assertThat(gdp().status()).isEqualTo(Status.ON_TRACK);
		Explanation.Input input = explained().inputs().getLast();
		assertThat(Objects.requireNonNull(input.origin()).zh()).isEqualTo("参照数据：省统计局，2024-10-18发布");
		assertThat(input.submission()).isNull();
		assertThat(input.revision()).isEqualTo(1);
		assertThat(explained().steps()).extracting((step) -> step.calculation().zh()).contains("5.7 − 5.4");
	}

	/** It came out on 18 October: 17 October ends in Shanghai at 16:00 UTC. */
	@Test
	void isKnownFromItsPublication() {
		this.records.put(Area.planOf("area-2024", 2024, FASTER),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-15"));
		reference("5.4", "2024-10-18");

		assertThat(asOf("2024-10-17T15:59:59Z").status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(asOf("2024-10-17T16:00:00Z").status()).isEqualTo(Status.ON_TRACK);
	}

	/**
	 * The province's own figure was approved on 22 October; before that what others told
	 * of it counts.
	 */
	@Test
	void comesFromTheReferenceFiguresUntilTheAreaReportsItself() {
		this.records.put(Area.planOf("area-2024", 2024, FASTER),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-19"));
		reference("5.4", "2024-10-18");
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.9", "2024-10-22"));

		assertThat(asOf("2024-10-20T12:00:00Z").judged().orElseThrow().operand()).isEqualByComparingTo("5.4");
		assertThat(gdp().judged().orElseThrow().operand()).isEqualByComparingTo("5.9");
	}

	/** Whatever the plan itself holds under that code is no figure of the province. */
	@Test
	void comesFromNothingThatThePlanItselfHolds() {
		this.records.put(Area.planOf("area-2024", 2024, FASTER),
				Recorded.nothing()
					.approved("gdp", "2024-Q3", "5.7", "2024-10-20")
					.approved("330000/gdp", "2024-Q3", "1.0", "2024-10-20"));

		assertThat(gdp().status()).isEqualTo(Status.NOT_ASSESSABLE);
	}

	/** Whether it is written with 6 or 12 digits. */
	@Test
	void comesFromTheAreaHoweverLongItsCodeIsWritten() {
		this.records.put(Area.planOf("province-2024", 2024, "330000000000", "某省", new String[] { OWN_GDP }),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18"));
		assertThat(gdp().judged().orElseThrow().operand()).isEqualByComparingTo("5.4");
	}

	/** The plan closed on 31 December 2025; a second plan of the province came later. */
	@Test
	void ofAClosedPlanIsWhatItWas() {
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18"));
		Instant later = Area.noonOf("2026-02-01");
		this.records.put(later, Area.planOf("second-2024", 2024, "330000", "某省", new String[] { OWN_GDP }),
				Recorded.nothing().approved("gdp", "2024-Q3", "9", "2024-10-18"));
		Standings after = new Standings(new KeptRecords(this.records), ShippedCalendars.all(),
				Clock.fixed(later.plusSeconds(60), ZoneOffset.UTC), Clock.fixed(later, ZoneOffset.UTC));

		TargetProgress gdp = after.current().plan("area-2024").orElseThrow().target("gdp").orElseThrow();
		assertThat(gdp.judged().orElseThrow().operand()).isEqualByComparingTo("5.4");
	}

	/**
	 * A plan's first targets count from the year's beginning, however late it is
	 * recorded: neither does a second plan of the province make a closed plan's operand
	 * unclear, nor does a first one give it another.
	 */
	@Test
	void ofAClosedPlanIsNoPlanThatWasRecordedSince() {
		Instant later = Area.noonOf("2026-02-01");
		reference("5.9", "2024-10-18");
		late("first-2024", later, "5.4");
		assertThat(operand(later)).isEqualByComparingTo("5.9");

		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.5", "2024-10-18"));
		assertThat(operand(later)).isEqualByComparingTo("5.5");
	}

	/** Of a past year that is entered today, in whatever order. */
	@Test
	void ofAPastYearThatIsEnteredTodayIsWhatIsThere() {
		Instant later = Area.noonOf("2026-02-01");
		this.records.put(YEAR_BEGINS, later, Area.planOf("area-2024", 2024, FASTER),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-20"));
		late("first-2024", later.plusSeconds(30), "5.4");
		assertThat(operand(later.plusSeconds(60))).isEqualByComparingTo("5.4");
	}

	/** Recorded on 22 October, it counts from then on, and not on the 21st. */
	@Test
	void isNoPlanOnADayBeforeItWasRecorded() {
		this.records.put(Area.planOf("area-2024", 2024, FASTER),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-19"));
		reference("5.9", "2024-10-18");
		late("first-2024", Area.noonOf("2024-10-22"), "5.4");

		assertThat(asOf("2024-10-21T12:00:00Z").judged().orElseThrow().operand()).isEqualByComparingTo("5.9");
		assertThat(asOf("2024-10-22T12:00:00Z").judged().orElseThrow().operand()).isEqualByComparingTo("5.4");
		assertThat(gdp().judged().orElseThrow().operand()).isEqualByComparingTo("5.4");
	}

	private void late(String id, Instant recordedAt, String value) {
		this.records.put(YEAR_BEGINS, recordedAt, Area.planOf(id, 2024, "330000", "某省", new String[] { OWN_GDP }),
				Recorded.nothing().approved("gdp", "2024-Q3", value, "2024-10-18"));
	}

	private BigDecimal operand(Instant moment) {
		Standings then = new Standings(new KeptRecords(this.records), ShippedCalendars.all(),
				Clock.fixed(moment.plusSeconds(60), ZoneOffset.UTC), Clock.fixed(moment, ZoneOffset.UTC));
		return Objects.requireNonNull(then.current()
			.plan("area-2024")
			.orElseThrow()
			.target("gdp")
			.orElseThrow()
			.judged()
			.orElseThrow()
			.operand());
	}

	@Test
	void saysWhatIsMissing() {
		assertThat(gdp().status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(Objects.requireNonNull(gdp().reason()).zh())
			.isEqualTo("缺少全省（330000）指标“生产总值（gdp）”2024年前三季度的数据：系统中没有该地区该年度计划的数据，也没有参照数据");
		assertThat(Objects.requireNonNull(gdp().reason()).en()).startsWith(
				"no figure of the province (330000), indicator \"GDP (gdp)\", the first three quarters of 2024");
	}

	/** A rate of one month is none of all months so far, a rate of growth no share. */
	@Test
	void saysThatWhatIsMeasuredOtherwiseIsNotCompared() {
		String otherwise = "：该地区该指标的计量方式、单位或累计方式与本计划不同，不作比较，也没有可比的参照数据";
		this.records.reference = new ReferenceFigures(List.of());
		this.records.reference(figure(Measure.RATIO, "2024-Q3", "5.4", 1, "2024-10-18"));
		assertThat(Objects.requireNonNull(gdp().reason()).zh()).endsWith(otherwise);

		this.records.reference = new ReferenceFigures(List.of());
		province("province-2024", 2024, Area.growth("gdp", "none", "quarterly, accumulates: point"),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18"));
		assertThat(Objects.requireNonNull(gdp().reason()).zh()).endsWith(otherwise);
		assertThat(Objects.requireNonNull(gdp().reason()).en())
			.endsWith("it is there by another measure, unit or accumulation, which is not compared, and there are no"
					+ " reference figures of the same");

		reference("5.4", "2024-10-18");
		assertThat(gdp().status()).isEqualTo(Status.ON_TRACK);
	}

	/** Nothing of it is told by a figure of another period. */
	@Test
	void saysThatThePeriodIsMissingWhereAnotherIsThere() {
		this.records.reference = new ReferenceFigures(List.of());
		this.records.reference(figure(Measure.GROWTH, "2024-Q2", "5.4", 1, "2024-07-18"));
		assertThat(Objects.requireNonNull(gdp().reason()).zh()).endsWith("：系统中没有该地区该年度计划的数据，也没有参照数据");
	}

	/** An invented plan and a real one are not held against each other. */
	@Test
	void saysThatInventedAndRealAreNotCompared() {
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18"));
		Plan own = Area.planOf("area-2024", 2024, FASTER);
		this.records.put(
				new Plan(own.id(), own.title(), own.area(), own.year(), own.zone(), own.source(), own.closes(), true,
						own.departments(), own.contents(), own.onceLagging(), own.kin()),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-18"));

		assertThat(gdp().status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(Objects.requireNonNull(gdp().reason()).zh()).endsWith("：本计划标为虚构（invented），不与该地区的实际计划比较，也没有参照数据");
		assertThat(gdp().explanation().zh()).contains("本计划标为虚构");
		reference("5.4", "2024-10-18");
		assertThat(gdp().status()).isEqualTo(Status.ON_TRACK);
	}

	/** Which of two is meant cannot be known, and no reference figure decides it. */
	@Test
	void takesNoneOfTwoPlans() {
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q3", "5.9", "2024-10-18");
		province("province-2024", 2024, OWN_GDP, recorded);
		reference("5.4", "2024-10-18");
		assertThat(gdp().status()).isEqualTo(Status.AT_RISK);

		province("second-2024", 2024, OWN_GDP, recorded);

		assertThat(gdp().status()).isEqualTo(Status.NOT_ASSESSABLE);
		assertThat(Objects.requireNonNull(gdp().reason()).zh())
			.isEqualTo("缺少全省（330000）指标“生产总值（gdp）”2024年前三季度的数据：该地区该年度有多个计划有该指标，无法确定以哪个为准；附加的计划应写明 beside: true");
		assertThat(Objects.requireNonNull(gdp().reason()).en()).contains("several plans of that area and year have it");
	}

	/** The reason is another one, though no figure is: none of the plans had any. */
	@Test
	void saysThatTwoPlansHaveItAsSoonAsTheyDo() {
		province("province-2024", 2024, OWN_GDP, Recorded.nothing());
		assertThat(Objects.requireNonNull(gdp().reason()).zh()).endsWith("也没有参照数据");

		province("second-2024", 2024, OWN_GDP, Recorded.nothing());

		assertThat(Objects.requireNonNull(gdp().reason()).zh()).contains("有多个计划");
	}

	@Test
	void takesNothingOfAnotherYearOrAnotherMeasure() {
		Recorded recorded = Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18");
		province("province-2023", 2023, OWN_GDP, Recorded.nothing().approved("gdp", "2023-Q3", "5.4", "2023-10-18"));
		province("province-2024", 2024, Area.target("gdp", "生产总值", "GDP", "value", "元", 1, "none", "quarterly"),
				recorded);
		this.records.reference(figure(Measure.RATIO, "2024-Q3", "5.4", 1, "2024-10-18"));
		this.records.reference(figure(Measure.GROWTH, "2023-Q3", "5.4", 1, "2023-10-18"));

		assertThat(gdp().status()).isEqualTo(Status.NOT_ASSESSABLE);
	}

	@Test
	void saysThatTheirBasesAreOthers() {
		province("province-2024", 2024, Area.growth("gdp", "none", "quarterly, prices: current"),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18"));

		assertThat(gdp().status()).isEqualTo(Status.ON_TRACK);
		assertThat(gdp().remarks()).anySatisfy((remark) -> assertThat(remark.zh()).startsWith("价格基础不同"));
	}

	@Test
	void standsAnewWhereWhatItReadsChanges() {
		assertThat(gdp().status()).isEqualTo(Status.NOT_ASSESSABLE);
		reference("5.4", "2024-10-18");
		assertThat(gdp().status()).isEqualTo(Status.ON_TRACK);
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-18"));
		assertThat(gdp().status()).isEqualTo(Status.AT_RISK);
		province("province-2024", 2024, OWN_GDP,
				Recorded.nothing()
					.approved("gdp", "2024-Q3", "5.7", "2024-10-18")
					.corrected("gdp", "2024-Q3", "5.6", "2024-10-25"));
		assertThat(gdp().status()).isEqualTo(Status.ON_TRACK);
	}

	/** A change costs what reads it: of others everything stays the same object. */
	@Test
	void leavesOtherPlansAlone() {
		this.records.put(Area.planOf("other-2024", 2024, "330200", "某市", new String[] { OWN_GDP }), Recorded.nothing());
		reference("5.4", "2024-10-18");
		PlanStanding reads = plan("area-2024");
		PlanStanding other = plan("other-2024");

		reference("5.8", "2024-10-18");

		assertThat(plan("other-2024")).isSameAs(other);
		assertThat(plan("area-2024")).isNotSameAs(reads);
		assertThat(gdp().status()).isEqualTo(Status.AT_RISK);
	}

	@Test
	void leavesAloneWhatIsHeldAgainstSomethingElse() {
		this.records.put(Area.planOf("area-2024", 2024, new String[] { FASTER, Area.JOBS }),
				Recorded.nothing().approved("gdp", "2024-Q3", "5.7", "2024-10-20").approved("jobs", "2024-Q3", "900"));
		reference("5.4", "2024-10-18");
		TargetProgress jobs = plan("area-2024").target("jobs").orElseThrow();

		this.records.reference(figure(Measure.GROWTH, "2024-Q3", "5.8", 2, "2024-10-18"));

		assertThat(plan("area-2024").target("jobs")).containsSame(jobs);
		assertThat(gdp().status()).isEqualTo(Status.AT_RISK);
	}

	/** What stood on a past day is worked out once, as long as nothing of it changes. */
	@Test
	void isWorkedOutOnceOfAPastDay() {
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.4", "2024-10-18"));
		PlanStanding then = inBrief();

		assertThat(inBrief()).isSameAs(then);
		province("province-2024", 2024, OWN_GDP, Recorded.nothing().approved("gdp", "2024-Q3", "5.8", "2024-10-18"));
		assertThat(inBrief()).isNotSameAs(then);
		assertThat(inBrief().target("gdp").orElseThrow().status()).isEqualTo(Status.AT_RISK);
	}

	private static final String SHARE = "{indicator: share, name: {zh: 高新占比, en: Share}, wording: 占比, measure: ratio, "
			+ "unit: percent, decimals: 1, goal: %s, share-of: {part: hightech, whole: %s}, department: d, nature: expected}";

	private static final String HIGHTECH = Area.target("hightech", "高新", "High-tech", "level", "亿元", 1, "none",
			"quarterly");

	private static final String INDUSTRY = HIGHTECH.replace("hightech", "industry").replace("高新", "工业");

	/** 41 ÷ 100 here, and 400 ÷ 1000 in the province; then 420 ÷ 1000. */
	@Test
	void isAShareThereAndHere() {
		this.records.put(
				Area.planOf("area-2024", 2024,
						new String[] { SHARE.formatted("{not-below: {area: \"330000\", indicator: share}}", "industry"),
								HIGHTECH, INDUSTRY }),
				Recorded.nothing().approved("hightech", "2024-Q3", "41").approved("industry", "2024-Q3", "100"));
		Plan province = Area.planOf("province-2024", 2024, "330000", "某省",
				new String[] { SHARE.formatted("none", "industry"), HIGHTECH, INDUSTRY });
		Recorded there = Recorded.nothing()
			.approved("hightech", "2024-Q3", "400")
			.approved("industry", "2024-Q3", "1000");
		this.records.put(province, there);
		assertThat(share().judged().orElseThrow().operand()).isEqualByComparingTo("40");
		assertThat(share().status()).isEqualTo(Status.ON_TRACK);

		this.records.put(province, there.verified("hightech", "2024-Q3", "420", "2024-10-20"));

		assertThat(share().judged().orElseThrow().operand()).isEqualByComparingTo("42");
		assertThat(share().status()).isEqualTo(Status.LAGGING);
	}

	/** The province's share is of the country's: 400 ÷ 10000. */
	@Test
	void isAShareThereOfAWholeThatIsAThirdAreas() {
		this.records.put(
				Area.planOf("area-2024", 2024,
						new String[] { SHARE.formatted("{not-below: {area: \"330000\", indicator: share}}", "industry"),
								HIGHTECH, INDUSTRY }),
				Recorded.nothing().approved("hightech", "2024-Q3", "41").approved("industry", "2024-Q3", "100"));
		this.records.put(
				Area.planOf("province-2024", 2024, "330000", "某省",
						new String[] { SHARE.formatted("none", "{area: \"000000\", indicator: industry}"), HIGHTECH }),
				Recorded.nothing().approved("hightech", "2024-Q3", "400"));
		assertThat(share().status()).isEqualTo(Status.NOT_ASSESSABLE);

		this.records.put(Area.planOf("country-2024", 2024, "000000", "全国", new String[] { INDUSTRY }),
				Recorded.nothing().approved("industry", "2024-Q3", "10000"));

		assertThat(share().judged().orElseThrow().operand()).isEqualByComparingTo("4");
	}

	/** 41 ÷ 100 now; by the same quarter of last year 37 ÷ 100, then 37 ÷ 90. */
	@Test
	void givesLastYearsShareToo() {
		String share = SHARE.formatted("{compared-with: year-before}", "{area: \"330100\", indicator: industry}");
		this.records.put(Area.planOf("area-2024", 2024, new String[] { share, HIGHTECH }),
				Recorded.nothing().approved("hightech", "2024-Q3", "41"));
		this.records.put(Area.planOf("area-2023", 2023, new String[] { HIGHTECH }),
				Recorded.nothing().approved("hightech", "2023-Q3", "37").approved("hightech", "2023-Q4", "38"));
		this.records.put(Area.planOf("city-2024", 2024, "330100", "某市", new String[] { INDUSTRY }),
				Recorded.nothing().approved("industry", "2024-Q3", "100"));
		assertThat(share().status()).isEqualTo(Status.AWAITING_FIGURE);
		Plan city = Area.planOf("city-2023", 2023, "330100", "某市", new String[] { INDUSTRY });
		this.records.put(city, Recorded.nothing().approved("industry", "2023-Q3", "100"));

		assertThat(share().judged().orElseThrow().operand()).isEqualByComparingTo("37");
		assertThat(share().status()).isEqualTo(Status.ON_TRACK);

		this.records.put(city, Recorded.nothing().approved("industry", "2023-Q3", "90"));

		assertThat(share().judged().orElseThrow().operand()).isEqualByComparingTo("41.1");
		assertThat(share().status()).isEqualTo(Status.AT_RISK);
	}

	private TargetProgress share() {
		return plan("area-2024").target("share").orElseThrow();
	}

	private PlanStanding inBrief() {
		this.standings.current();
		return this.standings.inBrief("area-2024", Area.noonOf("2024-10-25")).orElseThrow();
	}

	private void province(String id, int year, String target, Recorded recorded) {
		this.records.put(Area.planOf(id, year, "330000", "某省", new String[] { target }), recorded);
	}

	private void reference(String value, String published) {
		this.records.reference = new ReferenceFigures(List.of());
		this.records.reference(figure(Measure.GROWTH, "2024-Q3", value, 1, published));
	}

	private static ReferenceFigure figure(Measure measure, String period, String value, int number, String published) {
		Instant known = LocalDate.parse(published).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
		return new ReferenceFigure(
				new ReferenceFigure.Place("330000", "gdp", measure, Period.parse(period).orElseThrow()), number, null,
				"%", new BigDecimal(value), ObsStatus.P, "省统计局", LocalDate.parse(published), (number > 1) ? "更正" : null,
				"admin", known, known);
	}

	private PlanStanding plan(String id) {
		return this.standings.current().plan(id).orElseThrow();
	}

	private TargetProgress gdp() {
		return plan("area-2024").target("gdp").orElseThrow();
	}

	private Explanation explained() {
		return Explanation.of(plan("area-2024"), gdp());
	}

	private TargetProgress asOf(String moment) {
		this.standings.current();
		return this.standings.asOf("area-2024", Instant.parse(moment)).orElseThrow().target("gdp").orElseThrow();
	}

	/** Records with change numbers that move with each change. */
	private static final class InMemory implements Records {

		private final Map<String, Long> changes = new LinkedHashMap<>(Map.of(Facts.REFERENCE, 0L));

		private final Map<String, PlanRecord> plans = new LinkedHashMap<>();

		private ReferenceFigures reference = ReferenceFigures.NONE;

		void put(Plan plan, Recorded recorded) {
			put(Instant.parse("2020-01-01T00:00:00Z"), plan, recorded);
		}

		void put(Instant from, Plan plan, Recorded recorded) {
			put(from, from, plan, recorded);
		}

		void put(Instant from, Instant recordedAt, Plan plan, Recorded recorded) {
			this.changes.merge(plan.id(), 1L, Long::sum);
			this.plans.put(plan.id(), new PlanRecord(new PlanVersions(new TreeMap<>(Map.of(from, plan)), recordedAt),
					recorded.figures(), BaseShares.NONE, Oversight.NONE));
		}

		void reference(ReferenceFigure figure) {
			this.changes.merge(Facts.REFERENCE, 1L, Long::sum);
			List<ReferenceFigure> all = new ArrayList<>(this.reference.revisions());
			all.add(figure);
			this.reference = new ReferenceFigures(all);
		}

		@Override
		public Map<String, Long> changes() {
			return new LinkedHashMap<>(this.changes);
		}

		@Override
		public ReferenceFigures reference() {
			return this.reference;
		}

		@Override
		public RecordLengths lengths() {
			return RecordLengths.NONE;
		}

		@Override
		public Function<String, PlanRecord> read(Collection<String> asked) {
			return (plan) -> Objects.requireNonNull(this.plans.get(plan));
		}

		@Override
		public <T> T atOnce(Supplier<T> reading) {
			return reading.get();
		}

	}

}
