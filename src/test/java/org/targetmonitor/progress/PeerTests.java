package org.targetmonitor.progress;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** The same indicator of the areas above. */
class PeerTests {

	private static final Plan DISTRICT = Area.plan(Area.GDP, Area.JOBS);

	private static final Plan CITY = plan("city-2024", "330100", "杭州市", Area.GDP, Area.JOBS);

	private static final Plan COUNTRY = plan("country-2024", "000000", "全国", Area.GDP);

	private static final PlanStanding OWN = stands(DISTRICT, "gdp", "2024-Q3", "6.0");

	@ParameterizedTest
	@MethodSource("examples")
	void saysHowFarItIsFromTheAreaAbove(MarkdownTables.Row example) {
		PlanStanding own = stands(DISTRICT, "gdp", "2024-Q3", example.text("own"));

		assertThat(peers(own, stands(CITY, "gdp", "2024-Q3", example.text("above"))))
			.extracting((peer) -> peer.words().zh())
			.containsExactly(example.text("words"));
	}

	static List<MarkdownTables.Row> examples() {
		return MarkdownTables.of("docs/progress.md").section("The areas above").rows();
	}

	@Test
	void namesTheNearestAreaFirst() {
		List<Peer> peers = peers(OWN, stands(COUNTRY, "gdp", "2024-Q3", "4.8"), OWN,
				stands(CITY, "gdp", "2024-Q3", "4.7"));

		assertThat(peers).extracting(Peer::words)
			.containsExactly(new Text("高于全市1.3个百分点", "1.3 percentage points above 杭州市"),
					new Text("高于全国1.2个百分点", "1.2 percentage points above the country"));
	}

	/** Growth of 1.8 in another country is not 3.0 less than growth in China. */
	@ParameterizedTest
	@CsvSource({ "US, 0", "US-CA, 0", "000000, 1" })
	void comparesWithNoOtherCountry(String code, int peers) {
		assertThat(peers(OWN, stands(plan("other-2024", code, "某国", Area.GDP), "gdp", "2024-Q3", "1.8")))
			.hasSize(peers);
	}

	@Test
	void comparesAPartOfAnotherCountryWithThatCountry() {
		PlanStanding part = stands(plan("ca-2024", "US-CA", "加利福尼亚州", Area.GDP), "gdp", "2024-Q3", "3.0");

		assertThat(peers(part, stands(plan("us-2024", "US", "美国", Area.GDP), "gdp", "2024-Q3", "2.8"),
				stands(COUNTRY, "gdp", "2024-Q3", "4.8")))
			.extracting((peer) -> peer.words().zh())
			.containsExactly("高于全国0.2个百分点");
	}

	/** The works beside the country's main plan say 9.0 of the same indicator. */
	@Test
	void comparesWithTheMainPlanAlone() {
		Plan works = Area.beside(plan("a-works-2024", "000000", "全国", Area.GDP), null);

		assertThat(all(OWN, stands(works, "gdp", "2024-Q3", "9.0"), stands(COUNTRY, "gdp", "2024-Q3", "4.8")))
			.satisfies((peers) -> assertThat(peers.compared()).extracting((peer) -> peer.words().zh())
				.containsExactly("高于全国1.2个百分点"))
			.satisfies((peers) -> assertThat(peers.unclear()).isEmpty());
	}

	@Test
	void comparesWithNoneOfTwoMainPlansAndSaysSo() {
		Plan second = plan("a-works-2024", "000000", "全国", Area.GDP);
		Plan without = plan("b-works-2024", "000000", "全国", Area.JOBS);

		Peers peers = all(OWN, stands(second, "gdp", "2024-Q3", "9.0"), stands(COUNTRY, "gdp", "2024-Q3", "4.8"),
				stands(without, "jobs", "2024-Q3", "900"), stands(CITY, "gdp", "2024-Q3", "4.7"));

		assertThat(peers.compared()).extracting((peer) -> peer.words().zh()).containsExactly("高于全市1.3个百分点");
		assertThat(peers.unclear()).extracting(Text::zh)
			.containsExactly("与全国不作比较：有2个计划有该指标（a-works-2024, country-2024），附加的计划应写明 beside: true");
	}

	@Test
	void comparesTheSamePeriodOnly() {
		assertThat(peers(OWN, stands(CITY, "gdp", "2024-Q2", "4.7"))).isEmpty();
	}

	@Test
	void comparesWithNoAreaBesideOrBelow() {
		Plan beside = plan("beside-2024", "330106", "西湖区", Area.GDP);
		Plan below = plan("below-2024", "330110001", "某街道", Area.GDP);

		assertThat(peers(OWN, stands(beside, "gdp", "2024-Q3", "4.7"), stands(below, "gdp", "2024-Q3", "4.7")))
			.isEmpty();
	}

	@Test
	void comparesNoOtherMeasureAndNoQuantities() {
		Plan ratio = plan("city-2024", "330100", "杭州市",
				Area.target("gdp", "生产总值", "GDP", "ratio", "percent", 1, "{at-least: 5}", "quarterly"));
		PlanStanding jobs = stands(DISTRICT, "jobs", "2024-Q3", "900");

		assertThat(peers(OWN, stands(ratio, "gdp", "2024-Q3", "4.7"))).isEmpty();
		assertThat(Peers.of(List.of(stands(CITY, "jobs", "2024-Q3", "9000")), jobs, jobs.target("jobs").orElseThrow())
			.compared()).isEmpty();
	}

	/** Both invented may be held against each other, one of them may not. */
	@ParameterizedTest
	@CsvSource({ "false, false, 1", "true, true, 1", "true, false, 0", "false, true, 0" })
	void comparesNoRealPlanWithAnInventedOne(boolean own, boolean above, int peers) {
		PlanStanding district = stands(invented(DISTRICT, own), "gdp", "2024-Q3", "6.0");

		assertThat(peers(district, stands(invented(CITY, above), "gdp", "2024-Q3", "4.7"))).hasSize(peers);
	}

	@Test
	void comparesNoOtherYear() {
		Plan before = Area.planOf("city-2023", 2023, "330100", "杭州市", new String[] { Area.GDP });

		assertThat(
				peers(OWN, Area.standing(before, Recorded.nothing().approved("gdp", "2023-Q3", "4.7"), "2024-11-01")))
			.isEmpty();
	}

	@Test
	void saysThatPricesDiffer() {
		Plan nominal = plan("city-2024", "330100", "杭州市",
				Area.growth("gdp", "{at-least: 6}", "quarterly, prices: current"));

		assertThat(peers(OWN, stands(nominal, "gdp", "2024-Q3", "4.7")).getFirst().words().zh())
			.isEqualTo("高于全市1.3个百分点（口径不同：实际与名义）");
	}

	@Test
	void comparesAtTheCoarserDecimals() {
		Plan fine = plan("city-2024", "330100", "杭州市", Area.target("gdp", "生产总值", "GDP", "growth", "percent", 2,
				"{at-least: 5}", "quarterly, prices: constant"));

		// 4.65 is 4.7 with one decimal
		assertThat(peers(OWN, stands(fine, "gdp", "2024-Q3", "4.65")).getFirst().difference()).hasToString("1.3");
	}

	private static List<Peer> peers(PlanStanding own, PlanStanding... others) {
		return all(own, others).compared();
	}

	private static Peers all(PlanStanding own, PlanStanding... others) {
		return Peers.of(List.of(others), own, own.target("gdp").orElseThrow());
	}

	private static Plan invented(Plan plan, boolean invented) {
		return new Plan(plan.id(), plan.title(), plan.area(), plan.year(), plan.zone(), plan.source(), plan.closes(),
				invented, plan.departments(), plan.contents(), plan.onceLagging(), plan.kin());
	}

	private static PlanStanding stands(Plan plan, String indicator, String period, String value) {
		return Area.standing(plan, Recorded.nothing().approved(indicator, period, value), "2024-11-01");
	}

	private static Plan plan(String id, String code, String name, String... targets) {
		return Area.planOf(id, 2024, code, name, targets);
	}

}
