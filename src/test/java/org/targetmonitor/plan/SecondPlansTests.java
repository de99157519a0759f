package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of a plan beside which, or before which, there are others of its area.
 */
class SecondPlansTests {

	private static final String JOBS = target("jobs", "新增就业", "level", "万人");

	private static final String SCHOOLS = target("schools", "学位", "level", "个");

	private static final Plan NEXT = plan("area-2025", 2025, "", JOBS, SCHOOLS);

	private static final Plan MAIN = plan("area-2024", 2024, "", JOBS);

	private static final Plan WORKS = plan("a-works-2024", 2024, "", JOBS, SCHOOLS);

	private static final Plan BESIDE = plan("a-works-2024", 2024, "beside: true", JOBS, SCHOOLS);

	@Test
	void asksNothingOfAPlanWithOneYearBefore() {
		assertThat(faults(NEXT)).isEmpty();
		assertThat(faults(NEXT, MAIN)).isEmpty();
		assertThat(faults(NEXT, MAIN, BESIDE)).isEmpty();
		assertThat(faults(MAIN, NEXT)).isEmpty();
	}

	/** Each has an indicator of its own: nothing is open. */
	@Test
	void asksNothingWhereNoIndicatorIsInBoth() {
		Plan schools = plan("a-works-2024", 2024, "", SCHOOLS);
		Plan thousands = plan("a-works-2024", 2024, "", JOBS.replace("万人", "千人"));

		assertThat(faults(NEXT, MAIN, schools)).isEmpty();
		assertThat(faults(NEXT, MAIN, thousands)).isEmpty();
	}

	@Test
	void asksWhichOfTwoIsTheYearBefore() {
		assertThat(faults(NEXT, MAIN, WORKS)).singleElement().satisfies((fault) -> {
			assertThat(fault.field() + " " + fault.rule()).isEqualTo("year-before several");
			assertThat(fault.reason()).isEqualTo(new Text(
					"2024年有2个计划有相同指标（新增就业）：a-works-2024、area-2024。请在 year-before 写其中一个的代码，或在附加的计划中写 beside: true",
					"2 plans of 2024 have the same indicators (新增就业): a-works-2024, area-2024; write the code of one of them in year-before, or beside: true in the one that stands beside"));
		});
		assertThat(faults(plan("area-2025", 2025, "year-before: area-2024", JOBS), MAIN, WORKS)).isEmpty();
		assertThat(faults(plan("area-2025", 2025, "year-before: a-works-2024", JOBS), MAIN, BESIDE)).isEmpty();
	}

	@Test
	void refusesAYearBeforeThatIsNot() {
		Plan named = plan("area-2025", 2025, "year-before: area-2023", JOBS);

		assertThat(faults(named, MAIN, WORKS, plan("area-2023", 2023, "", JOBS)))
			.extracting((fault) -> fault.reason().zh())
			.containsExactly("该地区2024年没有计划“area-2023”；已有的计划：area-2024、a-works-2024");
		assertThat(faults(named)).extracting((fault) -> fault.reason().zh())
			.containsExactly("该地区2024年没有计划“area-2023”；已有的计划：没有");
	}

	/** Otherwise last year's pace would be lost for the plan of 2025. */
	@Test
	void asksOfASecondPlanWhetherItStandsBeside() {
		assertThat(faults(WORKS, MAIN, NEXT)).singleElement().satisfies((fault) -> {
			assertThat(fault.field() + " " + fault.rule()).isEqualTo("beside several");
			assertThat(fault.reason().zh()).isEqualTo(
					"2025年的计划“area-2025”以该地区2024年的计划为上年，而a-works-2024、area-2024有相同指标（新增就业）。本计划附加于主计划的，请写 beside: true；否则先在“area-2025”中写 year-before");
		});
		assertThat(faults(BESIDE, MAIN, NEXT)).isEmpty();
		assertThat(faults(WORKS, MAIN, plan("area-2025", 2025, "year-before: area-2024", JOBS))).isEmpty();
		assertThat(faults(WORKS, MAIN)).as("nothing looks back yet").isEmpty();
	}

	/** What was recorded before this was asked can still be changed. */
	@Test
	void asksNothingAgainOfWhatStandsSo() {
		Plan more = plan("area-2024", 2024, "", JOBS, SCHOOLS);

		assertThat(SecondPlans.faults(MAIN, MAIN, List.of(WORKS, NEXT))).isEmpty();
		assertThat(SecondPlans.faults(more, MAIN, List.of(WORKS, NEXT))).as("another indicator in both").hasSize(1);
	}

	/** An invented plan is no real one's year before. */
	@Test
	void takesNoInventedPlanForARealOne() {
		assertThat(faults(NEXT, MAIN, plan("a-works-2024", 2024, "invented: true", JOBS))).isEmpty();
	}

	private static List<Fault> faults(Plan plan, Plan... others) {
		return SecondPlans.faults(plan, null, Arrays.asList(others));
	}

	private static Plan plan(String id, int year, String more, String... targets) {
		List<String> lines = new ArrayList<>(SamplePlan.LINES.subList(0, 10));
		lines.set(0, "plan: " + id + "\n" + more);
		lines.set(3, "year: " + year);
		lines.set(7, "closes: " + (year + 1) + "-12-31");
		lines.addAll(Arrays.asList(targets));
		return SamplePlan.read(lines).plan();
	}

	private static String target(String indicator, String name, String measure, String unit) {
		return "  - {indicator: %s, name: %s, wording: 原文, measure: %s, unit: %s, decimals: 0, goal: {at-least: 1200}, reported: quarterly, department: statistics, nature: expected}"
			.formatted(indicator, name, measure, unit);
	}

}
