package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.YamlTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every kind of goal answers when it is asked. How each is judged on its line and to
 * either side of it stands in docs/progress.md, whose tables are tested.
 */
class GoalTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			// written | direction | actual | operand | number | gap | line | margin | met
			"{at-least: 6} | higher | 5.9 | - | 6 | -0.1 | 6 | -0.1 | false",
			"{at-most: 5.5} | lower | 5.4 | - | 5.5 | -0.1 | 5.5 | 0.1 | true",
			"{about: 5, tolerance: 0.2} | higher | 4.9 | - | 5 | -0.1 | 4.8 | 0.1 | true",
			"{about: 5, tolerance: 0.2} | lower | 5.3 | - | 5 | 0.3 | 5.2 | -0.1 | false",
			"{about: 5, tolerance: 0} | higher | 5.0 | - | 5 | 0 | 5 | 0 | true",
			"{between: [2, 3]} | inside | 2.5 | - | 2 | 0 | 2 | 0.5 | true",
			"{between: [2, 3]} | inside | 2.9 | - | 3 | 0 | 3 | 0.1 | true",
			"{between: [6.5, 7.0]} | higher | 8.0 | - | 7.0 | 1.0 | 6.5 | 1.5 | true",
			"{between: [6.5, 7.0]} | higher | 6.4 | - | 6.5 | -0.1 | 6.5 | -0.1 | false",
			"{between: [5.0, 5.7]} | lower | 4.9 | - | 5.0 | -0.1 | 5.7 | 0.8 | true",
			"{between: [5.0, 5.7]} | lower | 5.8 | - | 5.7 | 0.1 | 5.7 | -0.1 | false",
			"{above: 0} | higher | 0.0 | - | 0 | 0 | 0 | 0 | false",
			"{above: 0} | higher | 0.1 | - | 0 | 0.1 | 0 | 0.1 | true",
			"{below: 5.5} | lower | 5.5 | - | 5.5 | 0 | 5.5 | 0 | false",
			"{below: 5.5} | lower | 5.4 | - | 5.5 | -0.1 | 5.5 | 0.1 | true",
			"{about: 2, tolerance: 0.5, both: true} | higher | 1.4 | - | 2 | -0.6 | 1.5 | -0.1 | false",
			"{about: 2, tolerance: 0.5, both: true} | higher | 2.6 | - | 2 | 0.6 | 2.5 | -0.1 | false",
			"{about: 2, tolerance: 0.5, both: true} | higher | 2.5 | - | 2 | 0.5 | 2.5 | 0 | true",
			"{in-step-with: gdp, tolerance: 0.5} | higher | 4.4 | 4.8 | 4.8 | -0.4 | 4.3 | 0.1 | true",
			"{in-step-with: gdp, elasticity: 0.9} | higher | 4.2 | 4.7 | 4.7 | -0.5 | 4.23 | -0.03 | false",
			"{of: rural, faster-than: urban} | higher | 5.1 | 5.0 | 5.0 | 0.1 | 5.0 | 0.1 | true",
			"{of: energy, slower-than: gdp} | lower | 4.9 | 5.0 | 5.0 | -0.1 | 5.0 | 0.1 | true",
			"{slower-than: gdp} | higher | 5.0 | 5.0 | 5.0 | 0 | 5.0 | 0 | false",
			"{slower-than: gdp, by: 0.5} | higher | 4.5 | 5.0 | 5.0 | -0.5 | 4.5 | 0 | true",
			"{slower-than: gdp, by: 0.5} | higher | 4.6 | 5.0 | 5.0 | -0.4 | 4.5 | -0.1 | false",
			"{not-above: gdp} | higher | 5.0 | 5.0 | 5.0 | 0 | 5.0 | 0 | true",
			"{not-above: gdp} | higher | 5.1 | 5.0 | 5.0 | 0.1 | 5.0 | -0.1 | false",
			"{complete: 100} | higher | 99 | - | 100 | -1 | 100 | -1 | false" })
	void holdsAValueAgainstTheLine(String written, String direction, BigDecimal actual, BigDecimal operand,
			BigDecimal number, BigDecimal gap, BigDecimal line, BigDecimal margin, boolean met) {
		Comparison comparison = read(written, Direction.valueOf(direction.toUpperCase(Locale.ROOT))).compare(actual,
				(operand != null) ? operand : new BigDecimal("-77"));

		assertThat(comparison.number()).isEqualByComparingTo(number);
		assertThat(comparison.gap()).isEqualByComparingTo(gap);
		assertThat(comparison.line()).isEqualByComparingTo(line);
		assertThat(comparison.margin()).isEqualByComparingTo(margin);
		assertThat(comparison.met()).isEqualTo(met);
	}

	@Test
	void givesNoVerdictWhereThereIsNothingToJudge() {
		for (String written : List.of("none", "{assigned-by: 省}")) {
			assertThatExceptionOfType(UnsupportedOperationException.class)
				.isThrownBy(() -> read(written, Direction.HIGHER).compare(BigDecimal.ONE, BigDecimal.ONE));
		}
		assertThat(read("none", Direction.HIGHER).judges()).isFalse();
		assertThat(read("{assigned-by: 省}", Direction.HIGHER).awaitsNumbers()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			// written | number | line | own figures | operand | final once met |
			// tolerance
			"{at-least: 6} | 6 | 6 | true | - | false | false", "{at-most: 5.5} | 5.5 | 5.5 | true | - | false | false",
			"{about: 5, tolerance: 0.2} | 5 | 4.8 | true | - | false | true",
			"{between: [2, 3]} | - | - | true | - | false | false", "{above: 0} | 0 | 0 | true | - | false | false",
			"{below: 5.5} | 5.5 | 5.5 | true | - | false | false",
			"{about: 2, tolerance: 0.5, both: true} | 2 | - | true | - | false | true",
			"{in-step-with: gdp, tolerance: 0.5} | - | - | true | gdp | false | true",
			"{of: rural, faster-than: urban} | - | - | false | urban | false | false",
			"{assigned-by: 省} | - | - | false | - | false | false",
			"{complete: 100} | 100 | 100 | true | - | true | false", "none | - | - | true | - | false | false" })
	void answersWhatOthersAskOfIt(String written, BigDecimal number, BigDecimal line, boolean ownFigures,
			String operand, boolean finalOnceMet, boolean tolerance) {
		Goal goal = read(written, Direction.HIGHER);

		assertThat(goal.number().orElse(null)).isEqualTo(number);
		assertThat(goal.line().orElse(null)).isEqualTo(line);
		assertThat(goal.hasOwnFigures()).isEqualTo(ownFigures);
		assertThat(goal.operand().orElse(null)).isEqualTo(operand);
		assertThat(goal.isFinalOnceMet()).isEqualTo(finalOnceMet);
		assertThat(goal.hasTolerance()).isEqualTo(tolerance);
		assertThat(goal.isNeverRed()).isFalse();
	}

	@Test
	void judgesTheIndicatorTheRelationNames() {
		assertThat(read("{of: rural, faster-than: urban}", Direction.HIGHER).subject("itself")).isEqualTo("rural");
		assertThat(read("{in-step-with: gdp, tolerance: 0.5}", Direction.HIGHER).subject("income")).isEqualTo("income");
	}

	@Test
	void saysWithinWhatItIsHeldToBeMet() {
		Text points = new Text("个百分点", " points");

		assertThat(read("{about: 5, tolerance: 0.2}", Direction.HIGHER).toleranceWords(points))
			.isEqualTo(new Text("容差0.2个百分点", "tolerance 0.2 points"));
		Goal byTolerance = read("{in-step-with: gdp, tolerance: 0.5}", Direction.HIGHER);
		assertThat(byTolerance.toleranceWords(points)).isEqualTo(new Text("容差0.5个百分点", "tolerance 0.5 points"));
		assertThat(byTolerance.toleranceName()).isEqualTo(new Text("容差", "the tolerance"));
		Goal byShare = read("{in-step-with: gdp, elasticity: 0.9}", Direction.HIGHER);
		assertThat(byShare.toleranceWords(points)).isEqualTo(new Text("弹性系数0.9", "elasticity 0.9"));
		assertThat(byShare.toleranceName()).isEqualTo(new Text("弹性系数", "the elasticity"));
		assertThat(byShare.formula())
			.isEqualTo(new Text("实际 ≥ 对照 − (1 − 0.9) × |对照| 为达标；距达标线 = 实际 − (对照 − (1 − 0.9) × |对照|)",
					"met when actual ≥ other − (1 − 0.9) × |other|; margin = actual − (other − (1 − 0.9) × |other|)"));
		assertThat(byShare.hasTolerance()).isTrue();
		assertThat(read("{in-step-with: gdp, elasticity: 1}", Direction.HIGHER).toleranceWords(points).zh())
			.isEqualTo("弹性系数1");
	}

	@Test
	void asksOtherThanBeforeWhereToleranceOrElasticityChanged() {
		Goal byShare = read("{in-step-with: gdp, elasticity: 0.9}", Direction.HIGHER);

		assertThat(byShare.asksOtherThan(read("{in-step-with: gdp, elasticity: 0.90}", Direction.HIGHER))).isFalse();
		assertThat(byShare.asksOtherThan(read("{in-step-with: gdp, elasticity: 0.8}", Direction.HIGHER))).isTrue();
		assertThat(byShare.asksOtherThan(read("{in-step-with: gdp, tolerance: 0.1}", Direction.HIGHER))).isTrue();
		assertThat(read("{of: rural, faster-than: urban}", Direction.HIGHER)
			.asksOtherThan(read("{of: suburban, faster-than: urban}", Direction.HIGHER))).as("another subject")
			.isTrue();
	}

	/** Exactly 5 is met either way; above and below it are not the same. */
	@Test
	void asksOtherThanBeforeWhereTheOtherSideIsMet() {
		Goal about = read("{about: 5, tolerance: 0}", Direction.HIGHER);

		assertThat(about.asksOtherThan(read("{about: 5, tolerance: 0}", Direction.LOWER))).isTrue();
		assertThat(about.asksOtherThan(read("{about: 5.0, tolerance: 0}", Direction.HIGHER))).isFalse();
		Goal interval = read("{between: [2, 3]}", Direction.HIGHER);
		assertThat(interval.asksOtherThan(read("{between: [2, 3]}", Direction.INSIDE))).as("shut above").isTrue();
		assertThat(interval.asksOtherThan(read("{between: [2.0, 3.0]}", Direction.HIGHER))).isFalse();
		assertThat(read("{about: 2, tolerance: 0.5}", Direction.HIGHER)
			.asksOtherThan(read("{about: 2, tolerance: 0.5, both: true}", Direction.HIGHER))).as("both sides").isTrue();
	}

	@Test
	void isAheadWhenMoreIsDoneAndOfACeilingWhenLessIsUsed() {
		BigDecimal done = new BigDecimal("0.58");
		BigDecimal pace = new BigDecimal("0.50");

		assertThat(read("{at-least: 6}", Direction.HIGHER).ahead(done, pace)).isEqualByComparingTo("0.08");
		assertThat(read("{complete: 100}", Direction.HIGHER).ahead(done, pace)).isEqualByComparingTo("0.08");
		assertThat(read("{at-most: 6}", Direction.HIGHER).ahead(done, pace)).isEqualByComparingTo("-0.08");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{at-least: 6} | 不低于6% | at least 6%", "{at-most: 5.5} | 不高于5.5% | at most 5.5%",
					"{about: 5, tolerance: 0.2} | 5%左右 | about 5%", "{above: 0} | 高于0% | above 0%",
					"{below: 5.5} | 低于5.5% | below 5.5%", "{between: [2, 3]} | 2%至3%之间 | between 2% and 3%",
					"{in-step-with: gdp, tolerance: 0.5} | 与生产总值基本同步 | in step with GDP",
					"{of: rural, faster-than: gdp} | 快于生产总值 | faster than GDP",
					"{slower-than: gdp} | 低于生产总值 | below GDP", "{not-above: gdp} | 不高于生产总值 | not above GDP",
					"{slower-than: gdp, by: 1} | 低于生产总值1个百分点 | at least 1 percentage point below GDP",
					"{assigned-by: {zh: 省, en: the province}} | 完成省下达的任务 | as assigned by the province",
					"{complete: 100} | 完成100% | 100% done", "none | 仅监测，不评价 | monitored only" })
	void saysItselfInBothLanguages(String written, String zh, String en) {
		assertThat(read(written, Direction.HIGHER).words(Text.same("%"), new Text("生产总值", "GDP")))
			.isEqualTo(new Text(zh, en));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{at-least: 6} | HIGHER | 实际 ≥ 6 为达标；距达标线 = 实际 − 6",
					"{at-least: -2.5} | HIGHER | 实际 ≥ (−2.5) 为达标；距达标线 = 实际 − (−2.5)",
					"{at-most: 5.5} | HIGHER | 实际 ≤ 5.5 为达标；距达标线 = 5.5 − 实际",
					"{complete: 100} | HIGHER | 实际 ≥ 100 为达标；距达标线 = 实际 − 100",
					"{about: 5, tolerance: 0.2} | HIGHER | 实际 ≥ 5 − 0.2 为达标；距达标线 = 实际 − (5 − 0.2)",
					"{about: -2.5, tolerance: 0.2} | LOWER | 实际 ≤ (−2.5) + 0.2 为达标；距达标线 = ((−2.5) + 0.2) − 实际",
					"{between: [2, 3]} | INSIDE | 2 ≤ 实际 ≤ 3 为达标；距达标线 = min(实际 − 2, 3 − 实际)",
					"{between: [2, 3]} | HIGHER | 实际 ≥ 2 为达标；距达标线 = 实际 − 2",
					"{between: [2, 3]} | LOWER | 实际 ≤ 3 为达标；距达标线 = 3 − 实际",
					"{above: 0} | HIGHER | 实际 > 0 为达标；距达标线 = 实际 − 0，相等为0、不算达标",
					"{below: -3} | LOWER | 实际 < (−3) 为达标；距达标线 = (−3) − 实际，相等为0、不算达标",
					"{about: 2, tolerance: 0.5, both: true} | HIGHER | '|实际 − 2| ≤ 0.5 为达标；距达标线 = 0.5 − |实际 − 2|'",
					"{in-step-with: gdp, tolerance: 0.5} | HIGHER | 实际 ≥ 对照 − 0.5 为达标；距达标线 = 实际 − (对照 − 0.5)",
					"{of: rural, faster-than: gdp} | HIGHER | 实际 > 对照 为达标；距达标线 = 实际 − 对照，相等为0、不算达标",
					"{slower-than: gdp} | HIGHER | 实际 < 对照 为达标；距达标线 = 对照 − 实际，相等为0、不算达标",
					"{slower-than: gdp, by: 1} | HIGHER | 实际 ≤ 对照 − 1 为达标；距达标线 = (对照 − 1) − 实际",
					"{not-above: gdp} | HIGHER | 实际 ≤ 对照 为达标；距达标线 = 对照 − 实际",
					"{assigned-by: 省} | HIGHER | 取所下达各项中最差的一项", "none | HIGHER | 不作评价" })
	void writesItsFormula(String written, Direction direction, String formula) {
		assertThat(read(written, direction).formula().zh()).isEqualTo(formula);
	}

	private static Goal read(String written, Direction direction) {
		List<Fault> faults = new ArrayList<>();
		Node.Mapping mapping = mapping(written);
		Goal goal = GoalKind.of(mapping).orElseThrow().read(mapping, direction, "x", faults);
		assertThat(faults).isEmpty();
		return goal;
	}

	private static Node.Mapping mapping(String written) {
		return GoalKind.mapping(YamlTree.read(written));
	}

}
