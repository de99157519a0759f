package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.progress.PlanFacts;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is owed and whether it came in time, worked by hand: five working days after the
 * third quarter of 2024 are 8, 9, 10, 11 and, made up for, Saturday 12 October.
 */
class ObligationTests {

	private static final String GDP = target("gdp", "growth", "{at-least: 5}", "quarterly");

	private final List<Revision> revisions = new ArrayList<>();

	@Test
	void theDueDayIsAMadeUpSaturdayAndCountsToItsEnd() {
		assertThat(at("2024-10-12T23:59", GDP)).containsExactly("gdp 2024-Q1 MISSING", "gdp 2024-Q2 MISSING",
				"gdp 2024-Q3 AWAITED");
		assertThat(at("2024-10-13T00:00", GDP)).contains("gdp 2024-Q3 OVERDUE");
	}

	@Test
	void whatComesInTheLastMinuteOfTheDueDayIsInTimeAndAfterItLate() {
		came("gdp", "2024-Q3", "2024-10-12T23:59:59", null);
		assertThat(at("2024-10-20T12:00", GDP)).contains("gdp 2024-Q3 REPORTED");

		this.revisions.clear();
		came("gdp", "2024-Q3", "2024-10-13T00:00:00", null);
		assertThat(at("2024-10-20T12:00", GDP)).contains("gdp 2024-Q3 LATE");
	}

	@Test
	void whatWasReturnedIsOwedAgainAndCountsFromWhenItCameAgain() {
		came("gdp", "2024-Q3", "2024-10-09T10:00:00", false);
		assertThat(at("2024-10-12T12:00", GDP)).contains("gdp 2024-Q3 AWAITED");
		assertThat(at("2024-10-13T12:00", GDP)).contains("gdp 2024-Q3 OVERDUE");

		came("gdp", "2024-Q3", "2024-10-14T10:00:00", null);
		assertThat(at("2024-10-14T12:00", GDP)).contains("gdp 2024-Q3 LATE");
	}

	@Test
	void aCorrectionDoesNotMakeLateWhatCameInTime() {
		came("gdp", "2024-Q3", "2024-10-09T10:00:00", true);
		came("gdp", "2024-Q3", "2024-11-01T10:00:00", null);

		assertThat(at("2024-11-02T12:00", GDP)).contains("gdp 2024-Q3 REPORTED");
	}

	@Test
	void whatWasNeverReportedIsMissingOnceALaterPeriodHasEnded() {
		assertThat(at("2024-06-30T23:59", GDP)).containsExactly("gdp 2024-Q1 OVERDUE");
		assertThat(at("2024-07-01T00:00", GDP)).containsExactly("gdp 2024-Q1 MISSING", "gdp 2024-Q2 AWAITED");
	}

	@Test
	void nothingMoreIsDueOnceACompletionHasReachedItsGoal() {
		String schools = target("schools", "completion", "{complete: 100}", "quarterly");
		came("schools", "2024-Q1", "2024-04-02T10:00:00", true);
		came("schools", "2024-Q2", "2024-07-02T10:00:00", "100", true);

		assertThat(at("2024-10-20T12:00", schools)).containsExactly("schools 2024-Q1 REPORTED",
				"schools 2024-Q2 REPORTED");
	}

	@Test
	void periodsFollowTheIndicatorsFrequencyAndWhatCameEarlyIsTold() {
		String half = target("half", "growth", "{at-least: 5}", "half-yearly");
		String grain = target("grain", "level", "{at-least: 100}", "yearly, early: true");
		assertThat(at("2024-07-01T12:00", half, grain)).containsExactly("half 2024-S1 AWAITED");

		came("grain", "2024", "2024-06-20T10:00:00", null);
		assertThat(at("2024-07-01T12:00", half, grain)).containsExactly("half 2024-S1 AWAITED", "grain 2024 REPORTED");
	}

	@Test
	void ofAClosedPlanNothingIsOwedButMissingIsTold() {
		came("gdp", "2024-Q1", "2024-04-02T10:00:00", true);

		assertThat(at("2025-12-31T00:00", GDP)).containsExactly("gdp 2024-Q1 REPORTED", "gdp 2024-Q2 MISSING",
				"gdp 2024-Q3 MISSING", "gdp 2024-Q4 MISSING");
	}

	/**
	 * Closed on 15 January, the fourth quarter due on 28 February: three are missing, and
	 * a fourth from March on. Overview and calendar tell the same.
	 */
	@Test
	void theCalendarCountsAsMissingWhatTheOverviewDoes() {
		String slow = GDP.replace("quarterly", "quarterly, due: {months-after-period: 2}");
		assertThat(missing("2025-01-20T12:00", "2025-01-15", ShippedCalendars.all(), slow)).containsExactly(3L, 3L);
		assertThat(missing("2025-03-01T12:00", "2025-01-15", ShippedCalendars.all(), slow)).containsExactly(4L, 4L);
		assertThat(missing("2025-03-01T12:00", "2025-12-31", ShippedCalendars.all(), slow)).as("the fourth is overdue")
			.containsExactly(3L, 3L);
		assertThat(missing("2025-12-31T12:00", "2025-12-31", ShippedCalendars.of(), GDP))
			.as("no calendar, no due day known")
			.containsExactly(0L, 0L);
		came("gdp", "2024-Q2", "2024-07-02T10:00:00", true);
		assertThat(missing("2025-01-20T12:00", "2025-01-15", ShippedCalendars.all(), slow)).containsExactly(2L, 2L);
	}

	private List<Long> missing(String moment, String closes, WorkingDays calendar, String target) {
		PlanStanding standing = PlanStanding.of(
				new PlanFacts(plan(closes, List.of(target)), new Figures(this.revisions), null, null, null), calendar,
				instant(moment));
		return List.of((long) standing.targets().getFirst().timeliness().missing().size(),
				ReportCalendar.of(standing, calendar, (department) -> true).totals().missing());
	}

	/** The first quarter was due on 9 April, before the number was assigned on 1 May. */
	@Test
	void aNumberOwesNothingThatWasDueBeforeItWasAssigned() {
		String heading = "{indicator: saving, name: 减排, wording: 减排, goal: {assigned-by: 省}, department: d, nature: binding}";
		String cod = target("cod", "level", "{at-least: 10}", "quarterly").replace("department: d",
				"under: saving, assigned: {document: 某文, date: 2024-05-01}, department: d");

		assertThat(at("2024-05-10T12:00", heading, cod)).isEmpty();
		assertThat(at("2024-07-20T12:00", heading, cod)).containsExactly("cod 2024-Q2 OVERDUE");
		came("cod", "2024-Q1", "2024-05-09T10:00:00", true);
		assertThat(at("2024-07-20T12:00", heading, cod)).containsExactly("cod 2024-Q1 LATE", "cod 2024-Q2 OVERDUE");
	}

	@Test
	void anUnknownDueDayIsSaidAndNobodyIsLate() {
		WorkingDays only2024 = ShippedCalendars.of(2024);
		PlanStanding standing = standing("2025-03-01T12:00", only2024, GDP);

		Obligation last = Obligation.of(standing, only2024).getLast();
		assertThat(last.due()).isEqualTo(new DueDate.NotKnown(2025));
		assertThat(last.state()).isEqualTo(Obligation.State.AWAITED);
		assertThat(ReportCalendar.of(standing, only2024, (department) -> true)
			.cell("d", "2024-Q4")
			.orElseThrow()
			.missingCalendar()).contains(2025);
	}

	@Test
	void aCellCountsWhatIsDueReportedLateMissingAndNotReported() {
		String cpi = target("cpi", "growth", "{at-least: 1}", "quarterly");
		String jobs = target("jobs", "level", "{at-least: 10}", "quarterly");
		came("gdp", "2024-Q3", "2024-10-10T10:00:00", true);
		came("cpi", "2024-Q3", "2024-10-14T10:00:00", null);
		ReportCalendar calendar = ReportCalendar.of(
				standing("2024-10-14T12:00", ShippedCalendars.all(), GDP, cpi, jobs), ShippedCalendars.all(),
				(department) -> true);

		ReportCell third = calendar.cell("d", "2024-Q3").orElseThrow();
		assertThat(List.of(third.due(), third.reported(), third.late(), third.missing(), third.outstanding()))
			.containsExactly(3L, 2L, 1L, 0L, 1L);
		assertThat(third.state()).isEqualTo(Obligation.State.OVERDUE);
		assertThat(third.owed()).extracting((obligation) -> obligation.target().indicator()).containsExactly("jobs");
		assertThat(calendar.totals()).isEqualTo(new ReportCalendar.Totals(9, 2, 1, 6, 1));
		assertThat(calendar.cell("d", "2024-Q4").orElseThrow().state()).isEqualTo(Obligation.State.AHEAD);
		assertThat(calendar.coming(92))
			.extracting((cell) -> cell.period().toString() + " " + cell.dueDay().orElseThrow())
			.containsExactly("2024-Q1 2024-04-08", "2024-Q2 2024-07-05", "2024-Q3 2024-10-12", "2024-Q4 2025-01-08");
	}

	/** What came is not reminded of: only what is owed has a due day, each its own. */
	@Test
	void cellsAreByTheDueDayOfWhatIsStillOwed() {
		String early = GDP.replace("gdp", "early")
			.replace("quarterly", "quarterly, due: {working-days-after-period: 3}");
		String later = GDP.replace("gdp", "later")
			.replace("quarterly", "quarterly, due: {working-days-after-period: 9}");
		assertThat(owed("2024-10-09T12:00", early, GDP, later)).containsExactly("2024-10-10 early", "2024-10-12 gdp",
				"2024-10-17 later");

		came("early", "2024-Q3", "2024-10-09T10:00:00", true);
		assertThat(owed("2024-10-13T12:00", early, GDP, later)).containsExactly("2024-10-12 gdp", "2024-10-17 later");
	}

	private List<String> owed(String moment, String... targets) {
		ReportCell cell = ReportCalendar
			.of(standing(moment, ShippedCalendars.all(), targets), ShippedCalendars.all(), (department) -> true)
			.cell("d", "2024-Q3")
			.orElseThrow();
		List<String> owed = cell.byDueDay()
			.stream()
			.map((one) -> one.dueDay().orElseThrow() + " " + one.owed().getFirst().target().indicator())
			.toList();
		assertThat(cell.dueDay().orElseThrow() + "").isEqualTo(owed.getFirst().split(" ", -1)[0]);
		return owed;
	}

	private List<String> at(String moment, String... targets) {
		return Obligation.of(standing(moment, ShippedCalendars.all(), targets), ShippedCalendars.all())
			.stream()
			.map((obligation) -> obligation.target().indicator() + " " + obligation.period() + " " + obligation.state())
			.toList();
	}

	private PlanStanding standing(String moment, WorkingDays calendar, String... targets) {
		return PlanStanding.of(new PlanFacts(plan(targets), new Figures(this.revisions), null, null, null), calendar,
				instant(moment));
	}

	private static Plan plan(String... targets) {
		return plan("2025-12-31", List.of(targets));
	}

	private static Plan plan(String closes, List<String> targets) {
		String text = """
				plan: area-2024
				title: 计划
				area: {code: "330110", zh: 某区}
				year: 2024
				timezone: Asia/Shanghai
				source: 政府工作报告
				due: {working-days-after-period: 5}
				closes: %s
				departments: {d: {zh: 统计局}}
				targets: [%s]
				""".formatted(closes, String.join(", ", targets));
		PlanFile file = PlanFile.read(YamlTree.read(text), "area-2024");
		return file.plan();
	}

	private static String target(String indicator, String measure, String goal, String reported) {
		return ("{indicator: %s, name: 指标, wording: 原文, measure: %s, unit: %s, decimals: 0, goal: %s, reported: %s, "
				+ "department: d, nature: expected}")
			.formatted(indicator, measure, measure.equals("level") ? "万人" : "percent", goal, reported);
	}

	private void came(String indicator, String period, String moment, @Nullable Boolean approved) {
		came(indicator, period, moment, "5", approved);
	}

	private void came(String indicator, String code, String moment, String value, @Nullable Boolean approved) {
		Period period = Period.parse(code).orElseThrow();
		long before = this.revisions.stream()
			.filter((revision) -> revision.indicator().equals(indicator) && revision.period().equals(period))
			.count();
		Instant at = instant(moment);
		Figure figure = new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.P, null, null, null, null);
		Review review = (approved == null) ? null
				: new Review(approved, approved ? null : "请核对", "reviewer", at.plusSeconds(60), at.plusSeconds(60));
		this.revisions.add(new Revision(period, (int) before + 1, figure, new UUID(0, this.revisions.size()), "staff",
				null, at, at, review));
	}

	private static Instant instant(String local) {
		return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
	}

}
