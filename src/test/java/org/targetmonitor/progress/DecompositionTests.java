package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

import static org.assertj.core.api.Assertions.assertThat;

class DecompositionTests {

	private static final String LEVEL = """
			{indicator: homes, name: 住房, wording: 原文, measure: level, unit: 套, decimals: 0, goal: {at-least: 5000}, \
			reported: quarterly, department: d, nature: expected, parts: [%s]}""";

	private static final String GROWTH = """
			{indicator: gdp, name: 生产总值, wording: 原文, measure: growth, unit: percent, decimals: 1, goal: {at-least: 6}, \
			reported: quarterly, level-unit: 亿元, department: d, nature: expected, parts: [%s]}""";

	private static final String THREE = """
			{code: east, name: 东镇, goal: {at-least: 2000}}, {code: west, name: 西镇, goal: {at-least: 1800}}, \
			{code: south, name: 南街道, goal: {at-least: 1000}}""";

	private static final String WEIGHTED = """
			{code: east, name: 东镇, weight: 50, goal: {at-least: 6.5}}, {code: west, name: 西镇, weight: 30, \
			goal: {at-least: 5.5}}, {code: south, name: 南街道, weight: 20, goal: {at-least: 6}}""";

	private static final String BARE = "{code: a, name: 甲, goal: {at-least: 6}}, {code: b, name: 乙, goal: {at-least: 6}}";

	private static final String DAY = "2024-11-20";

	@Test
	void saysByHowMuchTooLittleIsAllocated() {
		Decomposition split = split(LEVEL.formatted(THREE), Recorded.nothing());
		// 2000 + 1800 + 1000 = 4800 of 5000
		assertThat(split.allocation().total()).isEqualByComparingTo("4800");
		assertThat(split.allocation().difference()).isEqualByComparingTo("-200");
		assertThat(split.allocationWords().zh()).isEqualTo("分解不足200套");
	}

	@Test
	void weighsGrowth() {
		Decomposition split = split(GROWTH.formatted(WEIGHTED), Recorded.nothing());
		// 6.5·0.5 + 5.5·0.3 + 6·0.2 = 3.25 + 1.65 + 1.20 = 6.10
		assertThat(split.allocation().total()).isEqualByComparingTo("6.1");
		assertThat(split.allocationWords().zh()).isEqualTo("分解超出0.1个百分点");
	}

	@Test
	void toleratesHalfAUnitOfTheLastDecimalAndNoMore() {
		// 6.1·0.5 + 6·0.5 = 6.05, just within; 6.1·0.51 + 6·0.49 = 6.051, just beyond
		assertThat(allocated("50", "50")).isEqualTo("分解数与整体目标一致");
		assertThat(allocated("51", "49")).isEqualTo("分解超出0.05个百分点");
	}

	private static String allocated(String first, String second) {
		return split(
				GROWTH.formatted("{code: a, name: 甲, weight: " + first
						+ ", goal: {at-least: 6.1}}, {code: b, name: 乙, weight: " + second + ", goal: {at-least: 6}}"),
				Recorded.nothing())
			.allocationWords()
			.zh();
	}

	@Test
	void checksNothingWithoutWeightsOrWhereANumberIsMissing() {
		String bare = "{code: a, name: 甲, goal: {at-least: 6}}, {code: b, name: 乙, goal: {at-least: 6}}";
		assertThat(split(GROWTH.formatted(bare), Recorded.nothing()).allocationWords().zh()).isEqualTo("未设权重，不核对分解数");
		String missing = "{code: a, name: 甲, goal: {at-least: 3000}}, {code: b, name: 乙}";
		assertThat(split(LEVEL.formatted(missing), Recorded.nothing()).allocation())
			.isEqualTo(new Allocation(null, null, new Text("尚未分解到：乙", "nothing allocated to: 乙")));
	}

	@Test
	void rollsUpWhatIsThereAndNamesWhatIsMissing() {
		RollUp some = split(LEVEL.formatted(THREE),
				Recorded.nothing()
					.approved("east", "2024-Q3", "1120")
					.approved("west", "2024-Q3", "950")
					.approved("homes", "2024-Q3", "2600"))
			.rollUps()
			.getFirst();
		assertThat(some.value()).isEqualByComparingTo("2070");
		assertThat(some.missing()).extracting(Target::indicator).containsExactly("south");
		assertThat(some.isComplete()).isFalse();
		assertThat(some.difference()).as("never held against the whole").isEmpty();
	}

	@Test
	void holdsACompleteRollUpAgainstTheWholesOwnFigure() {
		Decomposition split = split(LEVEL.formatted(THREE),
				Recorded.nothing()
					.approved("east", "2024-Q3", "1120")
					.approved("west", "2024-Q3", "950")
					.approved("south", "2024-Q3", "500")
					.approved("homes", "2024-Q3", "2600"));
		assertThat(split.rollUps().getFirst().difference())
			.hasValueSatisfying((difference) -> assertThat(difference).isEqualByComparingTo("-30"));
		assertThat(split.words(split.rollUps().getFirst()).zh()).isEqualTo("各部分汇总2570套，整体上报2600套，汇总低30套");
	}

	@Test
	void weighsGrowthByThePlansWeightsAndRatiosByTheirDenominatorsWhereAllHaveThem() {
		Recorded levels = Recorded.nothing()
			.withLevel("east", "2024-Q3", "6", "100", null)
			.withLevel("west", "2024-Q3", "3", "100", null)
			.withLevel("south", "2024-Q3", "9", "200", null);
		// (6·100 + 3·100 + 9·200) ÷ 400
		assertThat(latest(GROWTH.formatted(WEIGHTED).replace("measure: growth", "measure: ratio"), levels).value())
			.isEqualByComparingTo("6.75");
		// this year's levels have the growth in them: 6·0.5 + 3·0.3 + 9·0.2
		assertThat(latest(GROWTH.formatted(WEIGHTED), levels).value()).isEqualByComparingTo("5.7");
		Recorded bare = Recorded.nothing()
			.approved("east", "2024-Q3", "6")
			.approved("west", "2024-Q3", "3")
			.withLevel("south", "2024-Q3", "9", "100", null);
		// 6·0.5 + 3·0.3 + 9·0.2 = 3 + 0.9 + 1.8
		assertThat(latest(GROWTH.formatted(WEIGHTED), bare)).satisfies((rollUp) -> {
			assertThat(rollUp.value()).isEqualByComparingTo("5.7");
			assertThat(rollUp.weighing()).isEqualTo(RollUp.Weighing.WEIGHTS);
		});
	}

	@Test
	void theRollUpOfOnePartIsThePartWhateverItsValueAndWeight() {
		for (String value : List.of("-3.3", "0", "0.1", "7.7", "33.3")) {
			for (String weight : List.of("0.3", "3", "7")) {
				String one = "{code: only, name: 甲, weight: %s, goal: {at-least: 6}}".formatted(weight);
				assertThat(latest(GROWTH.formatted(one), Recorded.nothing().approved("only", "2024-Q3", value)).value())
					.isEqualTo(new BigDecimal(value).setScale(1));
			}
		}
	}

	@Test
	void theOrderOfPartsDoesNotMatter() {
		Plan plan = Area.plan(GROWTH.formatted(WEIGHTED));
		Target whole = plan.targets().getFirst();
		Recorded recorded = Recorded.nothing()
			.approved("east", "2024-Q3", "6.2")
			.approved("west", "2024-Q3", "5.2")
			.approved("south", "2024-Q3", "5.1");
		RollUp forth = rollUp(whole, plan.parts(), recorded);
		RollUp back = rollUp(whole, plan.parts().reversed(), recorded);
		// 3.10 + 1.56 + 1.02
		assertThat(forth.value()).isEqualByComparingTo("5.68").isEqualByComparingTo(back.value());
		assertThat(Allocation.of(whole, plan.parts())).isEqualTo(Allocation.of(whole, plan.parts().reversed()));
	}

	@Test
	void tellsEachPartsShareOfTheWeightsElseOfWhatIsAllocated() {
		// 2000, 1800 and 1000 of 4800
		assertThat(shares(LEVEL.formatted(THREE))).containsExactly("41.7", "37.5", "20.8");
		assertThat(shares(GROWTH.formatted(WEIGHTED))).containsExactly("50.0", "30.0", "20.0");
		assertThat(shares(GROWTH.formatted(BARE))).containsExactly("-", "-");
		assertThat(shares(LEVEL.formatted("{code: a, name: 甲, goal: {at-least: 3000}}, {code: b, name: 乙}")))
			.containsExactly("-", "-");
	}

	@Test
	void saysEachPartsGoalAndWhereNothingIsAllocated() {
		Decomposition split = split(LEVEL.formatted("{code: a, name: 甲, goal: {at-least: 3000}}, {code: b, name: 乙}"),
				Recorded.nothing());
		assertThat(split.parts()).extracting((part) -> split.nameOf(part).zh() + split.goalWords(part).zh())
			.containsExactly("甲不低于3000套", "乙未分解");
		Decomposition rates = split(GROWTH.formatted(BARE), Recorded.nothing());
		assertThat(rates.parts()).extracting((part) -> rates.goalWords(part).zh()).containsExactly("不低于6%", "不低于6%");
	}

	@Test
	void putsRatesTogetherByNothingWhereThereAreNeitherWeightsNorLevels() {
		Recorded rates = Recorded.nothing()
			.withLevel("a", "2024-Q3", "6", "100", null)
			.withLevel("b", "2024-Q3", "3", "0", null);
		Decomposition split = split(GROWTH.formatted(BARE), rates);
		assertThat(split.rollUps().getFirst().weighing()).isEqualTo(RollUp.Weighing.NONE);
		assertThat(split.words(split.rollUps().getFirst()).zh()).isEqualTo("未设权重，也没有总量，不能汇总");
	}

	private static List<String> shares(String target) {
		Decomposition split = split(target, Recorded.nothing());
		return split.parts().stream().map((part) -> split.share(part).orElse("-")).toList();
	}

	private static RollUp rollUp(Target whole, List<Target> parts, Recorded recorded) {
		return RollUp.of(whole, parts, recorded.figures(),
				org.targetmonitor.period.Period.parse("2024-Q3").orElseThrow());
	}

	private static RollUp latest(String target, Recorded recorded) {
		return split(target, recorded).rollUps().getFirst();
	}

	private static Decomposition split(String target, Recorded recorded) {
		PlanStanding standing = Area.standing(Area.plan(target), recorded, DAY);
		return Decomposition.of(standing, standing.targets().getFirst()).orElseThrow();
	}

}
