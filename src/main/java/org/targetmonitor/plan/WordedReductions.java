package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.targetmonitor.input.Text;

/**
 * Whether more is asked for than less: 压减2000吨 is a floor of what is taken away, and a
 * rank is the better the smaller it is.
 */
final class WordedReductions {

	/** 减少至 and 控制在 say what is left over, and that is a ceiling. */
	private static final Pattern REDUCED = Pattern.compile(
			"(?:压减|减少|削减|压降|减排|淘汰|化解|退出|清退|腾退|下降|降低)[^，。；、,;0-9到至在为于]{0,8}?([0-9]+(?:\\.[0-9]+)?)(万亿|亿|万)?(?![^，。；、,;]{0,5}(?:以内|以下|之内))");

	private WordedReductions() {
	}

	/** What the goal has the wrong way round; empty where it has nothing. */
	static Optional<Text> wrongSide(Target target) {
		Measurement measurement = target.measurement();
		Goal goal = target.goal();
		BigDecimal number = goal.number().orElse(null);
		if (measurement == null || target.reading() != null || number == null || goal.operand().isPresent()
				|| goal.isAgainstYearBefore() || goal.isShutOnBothSides()) {
			return Optional.empty();
		}
		if (measurement.measure() == Measure.RANK) {
			return goal.isCeiling() ? Optional.empty() : Optional.of(Text.format(
					"位次的数越小越好，目标却写成下限：“%1$s”应写 at-most（前3位即 at-most: 3）；如确系如此，请用 reading 说明读法",
					"a smaller rank is the better one, and the goal is a floor: \"%1$s\" is at-most (among the first three is at-most: 3); if it is meant, say so by a reading",
					target.wording()));
		}
		boolean quantity = measurement.measure() == Measure.LEVEL || measurement.measure() == Measure.VALUE
				|| WordingRules.COUNTS_DECREASE.matcher(target.name().zh()).find();
		return (quantity && goal.isCeiling() && number.signum() > 0 && saysReduced(target, number)) ? Optional
			.of(Text.format("原文“%1$s”要求减去的不少于此数，目标却写成上限，减得越少越好：应写 at-least；指的是剩余量的，写“减少到”或用 reading 说明读法",
					"the wording \"%1$s\" asks for no less than that to be taken away, and the goal is a ceiling, by which less is better: write at-least; if it is what is left over, say so by a reading",
					target.wording()))
				: Optional.empty();
	}

	private static boolean saysReduced(Target target, BigDecimal number) {
		return REDUCED.matcher(WordingRules.halfWidth(target.wording()).replace(" ", ""))
			.results()
			.anyMatch((found) -> isIt(found, number));
	}

	/** In the goal's own unit, or with the zeros that the unit has not. */
	private static boolean isIt(MatchResult found, BigDecimal number) {
		BigDecimal said = new BigDecimal(found.group(1));
		return said.compareTo(number) == 0
				|| said.scaleByPowerOfTen(WordedNumbers.zeros(found.group(2))).compareTo(number) == 0;
	}

}
