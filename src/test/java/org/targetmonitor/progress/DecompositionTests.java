package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.period.Period;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/** What targets split into parts are held against, and what the parts come to. */
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

	private static final String NOTHING = "–";

	private static final List<String> CODES = List.of("part-a", "part-b", "part-c");

	private static final String DAY = "2024-11-20";

	@ParameterizedTest(name = "{0}")
	@MethodSource("allocations")
	void holdsWhatIsAllocatedAgainstTheWhole(MarkdownTables.Row row) {
		List<String> parts = Arrays.stream(row.text("parts").split("; ", -1)).map((part) -> {
			List<String> numbers = Arrays.asList(part.split(" × ", -1));
			String goal = part.equals(NOTHING) ? "" : ", goal: {at-least: " + numbers.getFirst() + "}";
			return ((numbers.size() == 2) ? ", weight: " + numbers.getLast() : "") + goal;
		}).toList();
		Decomposition split = split(whole(row, parts), Recorded.nothing());
		assertThat(said(split.allocation().total())).isEqualTo(row.text("total"));
		assertThat(said(split.allocation().difference())).isEqualTo(row.text("difference"));
		assertThat(split.allocationWords().zh()).isEqualTo(row.text("says"));
	}

	static List<MarkdownTables.Row> allocations() {
		return MarkdownTables.of("docs/progress.md").section("Allocation").rows();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rollUps")
	void putsThePartsFiguresTogether(MarkdownTables.Row row) {
		List<String> weights = Arrays.stream(row.text("weights").split("; ", -1))
			.map((weight) -> (weight.equals(NOTHING) ? "" : ", weight: " + weight) + ", goal: {at-least: 1}")
			.toList();
		List<String> figures = Arrays.asList(row.text("figures").split("; ", -1));
		Recorded recorded = Recorded.nothing();
		for (int part = 0; part < figures.size(); part++) {
			List<String> figure = Arrays.asList(figures.get(part).split("/", -1));
			if (!figure.getFirst().equals(NOTHING)) {
				recorded = recorded.withLevel(CODES.get(part), "2024-Q3", figure.getFirst(),
						(figure.size() == 2) ? figure.getLast() : null, null);
			}
		}
		RollUp rollUp = latest(whole(row, weights), recorded);
		assertThat(said(rollUp.value())).isEqualTo(row.text("value"));
		assertThat(rollUp.missing()).hasSize(Integer.parseInt(row.text("missing")));
	}

	static List<MarkdownTables.Row> rollUps() {
		return MarkdownTables.of("docs/progress.md").section("Roll-up").rows();
	}

	/** The whole of a row's measure, its parts being 甲, 乙 and 丙. */
	private static String whole(MarkdownTables.Row row, List<String> parts) {
		List<String> measure = Arrays.asList(row.text("measure").split(" ", -1));
		List<String> named = IntStream.range(0, parts.size())
			.mapToObj((part) -> "{code: %s, name: %s%s}".formatted(CODES.get(part), List.of("甲", "乙", "丙").get(part),
					parts.get(part)))
			.toList();
		String target = measure.getFirst().equals("level") ? LEVEL
				: GROWTH.replace("measure: growth", "measure: " + measure.getFirst());
		return target.formatted(String.join(", ", named));
	}

	private static String said(@Nullable BigDecimal number) {
		return (number == null) ? NOTHING : (number.signum() == 0) ? "0" : number.stripTrailingZeros().toPlainString();
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

	/**
	 * 0.5 · 5.9 + 0.3 · 5.3 + 0.2 · 5.7 = 5.68, which is published as 5.7; a whole of 5.6
	 * is 0.1 below that.
	 */
	@ParameterizedTest
	@CsvSource({ "5.7, 两者一致", "5.6, 汇总高0.1个百分点" })
	void holdsARollUpAgainstTheWholeAtItsDecimals(String whole, String said) {
		Decomposition split = split(GROWTH.formatted(WEIGHTED),
				Recorded.nothing()
					.approved("east", "2024-Q3", "5.9")
					.approved("west", "2024-Q3", "5.3")
					.approved("south", "2024-Q3", "5.7")
					.approved("gdp", "2024-Q3", whole));
		assertThat(split.words(split.rollUps().getFirst()).zh()).endsWith("，" + said);
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

	/** A part without a number is not judged; its figure is shown all the same. */
	@Test
	void showsTheFigureOfAPartThatNothingIsAllocatedTo() {
		String target = LEVEL.formatted("{code: part-a, name: 甲, goal: {at-least: 3000}}, {code: part-b, name: 乙}");
		PlanStanding standing = Area.standing(Area.plan(target),
				Recorded.nothing()
					.approved(CODES.getFirst(), "2024-Q3", "800")
					.approved(CODES.get(1), "2024-Q3", "300"),
				"2024-11-01");
		Decomposition decomposition = Decomposition.of(standing, standing.targets().getFirst()).orElseThrow();

		assertThat(decomposition.parts())
			.extracting((part) -> decomposition.actual(part).orElse("-") + " "
					+ part.valuePeriod().map(Period::toString).orElse("-") + " " + part.judged().isPresent())
			.containsExactly("800 套 2024-Q3 true", "300 套 2024-Q3 false");
	}

	private static List<String> shares(String target) {
		Decomposition split = split(target, Recorded.nothing());
		return split.parts().stream().map((part) -> split.percentOfWhole(part).orElse("-")).toList();
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
