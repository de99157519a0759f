package org.targetmonitor.progress;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.targetmonitor.plan.Plan;

import static org.assertj.core.api.Assertions.assertThat;

/** Which area stands beneath which, and whose plan somebody looks for first. */
class AreaTreeTests {

	private static final PlanStanding COUNTRY = stands("country-2024", 2024, "000000", "2024-11-01");

	private static final PlanStanding CITY = stands("city-2024", 2024, "330100", "2024-11-01");

	private static final PlanStanding DISTRICT = stands("district-2024", 2024, "330110", "2024-11-01");

	private static final PlanStanding STREET = stands("street-2024", 2024, "330110001", "2024-11-01");

	private static final PlanStanding OTHER_CITY = stands("other-2024", 2024, "320500", "2024-11-01");

	@Test
	void areasStandBeneathTheNearestThatContainsThem() {
		List<AreaTree> trees = AreaTree.of(List.of(STREET, OTHER_CITY, CITY, COUNTRY, DISTRICT));

		assertThat(trees).singleElement().satisfies((country) -> {
			assertThat(country.plans()).containsExactly(COUNTRY);
			assertThat(country.below()).extracting((tree) -> tree.area().code()).containsExactly("320500", "330100");
			AreaTree city = country.below().getLast();
			assertThat(city.below()).singleElement().satisfies((district) -> {
				assertThat(district.plans()).containsExactly(DISTRICT);
				assertThat(district.below()).extracting((tree) -> tree.area().code()).containsExactly("330110001");
			});
		});
	}

	@Test
	void levelWithoutAPlanIsLeftOut() {
		assertThat(AreaTree.of(List.of(STREET, COUNTRY))).singleElement()
			.satisfies((country) -> assertThat(country.below()).extracting((tree) -> tree.area().code())
				.containsExactly("330110001"));
		assertThat(AreaTree.of(List.of(OTHER_CITY, DISTRICT))).extracting((tree) -> tree.area().code())
			.containsExactly("320500", "330110");
	}

	/** Nobody vanishes where two areas name each other as parent. */
	@Test
	void areasThatNameEachOtherAreAllThere() {
		PlanStanding one = standing("one-2024", "US-A", "US-B");
		PlanStanding other = standing("other-2024", "US-B", "US-A");

		List<AreaTree> trees = AreaTree.of(List.of(one, other));

		assertThat(trees).singleElement()
			.satisfies((root) -> assertThat(root.below()).singleElement()
				.satisfies((below) -> assertThat(below.below()).isEmpty()));
	}

	private static PlanStanding standing(String id, String area, String parent) {
		PlanStanding standing = stands(id, 2024, "330110", "2024-11-01");
		Plan plan = standing.plan();
		return new PlanStanding(
				new Plan(plan.id(), plan.title(), new org.targetmonitor.plan.Area(area, plan.area().name(), parent),
						plan.year(), plan.zone(), plan.source(), plan.closes(), false, plan.departments(),
						plan.contents(), plan.onceLagging(), plan.kin()),
				standing.open(), standing.today(), standing.figures(), standing.judgedBy(), standing.contents(),
				standing.lights());
	}

	/**
	 * Each has one target that is on track; invented ones are never added to real ones.
	 */
	@Test
	void addsUpWhatLiesInAnAreaRealAndInventedApart() {
		PlanStanding invented = invented(stands("invented-2024", 2024, "330106", "2024-11-01"));
		AreaTree country = AreaTree.of(List.of(COUNTRY, CITY, DISTRICT, STREET, OTHER_CITY, invented)).getFirst();

		assertThat(country.within(false)).isEqualTo(new AreaTree.Within(4, new Lights(4, 0, 0, 0, 0, 0, 0, 0)));
		assertThat(country.within(true)).isEqualTo(new AreaTree.Within(1, new Lights(1, 0, 0, 0, 0, 0, 0, 0)));
		assertThat(AreaTree.of(List.of(STREET)).getFirst().within(false))
			.isEqualTo(new AreaTree.Within(0, Lights.NONE));
	}

	@Test
	void realPlansComeBeforeInventedOnesAndNewYearsBeforeOldOnes() {
		PlanStanding before = stands("z-2023", 2023, "330110", "2024-11-01");
		PlanStanding next = stands("a-2025", 2025, "330110", "2024-11-01");
		PlanStanding invented = invented(stands("b-2025", 2025, "330110", "2024-11-01"));

		assertThat(AreaTree.of(List.of(invented, before, DISTRICT, next)).getFirst().plans())
			.extracting((standing) -> standing.plan().id())
			.containsExactly("a-2025", "district-2024", "z-2023", "b-2025");
	}

	@Test
	void theMainPlanComesBeforeWhatStandsBesideIt() {
		PlanStanding works = Area.standing(
				Area.beside(Area.planOf("a-works-2024", 2024, "330110", "某地", new String[] { Area.GDP }), null),
				Recorded.nothing(), "2024-11-01");

		assertThat(AreaTree.of(List.of(works, DISTRICT)).getFirst().plans()).containsExactly(DISTRICT, works);
		assertThat(AreaTree.ofPerson(List.of(works, DISTRICT), List.of("330110"), 2024)).contains(DISTRICT);
	}

	/** On the first of November 2024 the plan of 2025 is there but has not begun. */
	@Test
	void personComesToTheNewestPlanThatHasBegun() {
		PlanStanding before = stands("district-2023", 2023, "330110", "2024-11-01");
		PlanStanding next = stands("district-2025", 2025, "330110", "2024-11-01");
		List<PlanStanding> all = List.of(before, next, CITY, DISTRICT);

		assertThat(AreaTree.ofPerson(all, List.of("330110"), 2024)).contains(DISTRICT);
		assertThat(AreaTree.ofPerson(List.of(next, CITY), List.of("330110"), 2024)).contains(next);
		assertThat(AreaTree.ofPerson(all, List.of("330110", "330100"), 2024)).as("of two areas neither").isEmpty();
		assertThat(AreaTree.ofPerson(all, List.of(), 2024)).isEmpty();
	}

	@Test
	void beginsWithTheNewestYearThatHasBegun() {
		PlanStanding next = stands("district-2025", 2025, "330110", "2024-11-01");
		PlanStanding before = stands("district-2023", 2023, "330110", "2024-11-01");

		assertThat(AreaTree.year(List.of(before, next, DISTRICT), 2024)).contains(2024);
		assertThat(AreaTree.year(List.of(before, next, DISTRICT), 2023)).as("on a day of 2023").contains(2023);
		assertThat(AreaTree.year(List.of(next), 2024)).contains(2025);
		assertThat(AreaTree.year(List.of(), 2024)).isEmpty();
	}

	private static PlanStanding stands(String id, int year, String area, String day) {
		Plan plan = Area.planOf(id, year, area, "某地", new String[] { Area.GDP });
		return Area.standing(plan, Recorded.nothing().approved("gdp", year + "-Q3", "6.0"), day);
	}

	private static PlanStanding invented(PlanStanding standing) {
		Plan plan = standing.plan();
		return new PlanStanding(
				new Plan(plan.id(), plan.title(), plan.area(), plan.year(), plan.zone(), plan.source(), plan.closes(),
						true, plan.departments(), plan.contents(), plan.onceLagging(), plan.kin()),
				standing.open(), standing.today(), standing.figures(), standing.judgedBy(), standing.contents(),
				standing.lights());
	}

}
