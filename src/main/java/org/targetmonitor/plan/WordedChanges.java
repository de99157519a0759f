package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.targetmonitor.input.Text;

/**
 * A change that a report asks for, written as the number itself: 占比提高0.5个百分点 is no share
 * of 0.5 %, and 净增150亿元 no stock of 150.
 */
final class WordedChanges {

	private static final String AMOUNT = "([0-9]+(?:\\.[0-9]+)?)";

	private static final Pattern POINTS = Pattern
		.compile("(?:提高|提升|上升|增加|下降|降低|减少|回落|缩小|收窄)[^，。；、,;0-9至到]{0,4}" + AMOUNT + "个?(?:百分点|千分点)");

	private static final Pattern NET = Pattern.compile("净增[^，。；、,;0-9至到]{0,6}" + AMOUNT);

	private static final Pattern CLOSER = Pattern.compile("缩小|收窄");

	private static final Pattern FURTHER = Pattern.compile("扩大|拉大|提高|提升|增加|上升");

	private static final Pattern POINTS_BEYOND = Pattern
		.compile("(?:高于|快于|高出|低于|慢于|领先)[^，。；、,;0-9]{1,12}" + AMOUNT + "个?百分点");

	private WordedChanges() {
	}

	/** What of the words is a change and stands as a number; empty where nothing is. */
	static Optional<Text> asNumber(Target target) {
		Measurement measurement = target.measurement();
		Goal goal = target.goal();
		if (measurement == null || target.reading() != null || !goal.judges() || goal.awaitsNumbers()) {
			return Optional.empty();
		}
		String wording = WordingRules.halfWidth(target.wording()).replace(" ", "");
		if (goal.operand().isPresent()) {
			return withoutOffset(target, goal, wording);
		}
		if (goal.isAgainstYearBefore()) {
			return otherWay(target, goal, wording);
		}
		return plainNumber(target, measurement, wording);
	}

	private static Optional<Text> plainNumber(Target target, Measurement measurement, String wording) {
		boolean points = (measurement.measure() == Measure.RATIO || measurement.measure() == Measure.GROWTH)
				&& saysOneOf(POINTS, wording, WordingRules.asked(target));
		boolean stock = measurement.measure() == Measure.VALUE && saysOneOf(NET, wording, WordingRules.asked(target));
		return (points || stock) ? Optional.of(Text.format(
				"原文“%1$s”说的是变化量，目标写成了数值本身：与上年相比写 compared-with: year-before，并在 change 中写变化量（如 change: {at-least: 0.5}）；如确系如此，请用 reading 说明读法",
				"the wording \"%1$s\" asks for a change, and the goal has it as the figure itself: write compared-with: year-before with the change (such as change: {at-least: 0.5}); if it is meant, say so by a reading",
				target.wording())) : Optional.empty();
	}

	/** 差距缩小 as at least 0.5 more than last year. */
	private static Optional<Text> otherWay(Target target, Goal goal, String wording) {
		boolean more = !goal.isCeiling() && !goal.hasTolerance()
				&& !goal.compare(BigDecimal.ZERO, BigDecimal.ZERO).met();
		return (more && CLOSER.matcher(wording).find() && !FURTHER.matcher(wording).find()) ? Optional.of(Text.format(
				"原文“%1$s”说的是缩小，目标却要求比上年多：应写 change: {at-most: -数值}；如确系如此，请用 reading 说明读法",
				"the wording \"%1$s\" asks for less, and the goal for more than last year: write change: {at-most: -number}; if it is meant, say so by a reading",
				target.wording())) : Optional.empty();
	}

	/** 高于全市1个百分点 as faster than 全市 by anything. */
	private static Optional<Text> withoutOffset(Target target, Goal goal, String wording) {
		List<BigDecimal> said = numbers(POINTS_BEYOND, wording);
		boolean missing = !said.isEmpty() && !goal.hasTolerance()
				&& goal.numbers().stream().noneMatch((number) -> number.signum() != 0);
		return missing ? Optional.of(Text.format("原文“%1$s”说了高多少，目标没有写：请加 by: %2$s；如确系如此，请用 reading 说明读法",
				"the wording \"%1$s\" says by how much, the goal does not: add by: %2$s; if it is meant, say so by a reading",
				target.wording(), WordingRules.numbers(said))) : Optional.empty();
	}

	private static boolean saysOneOf(Pattern words, String wording, List<BigDecimal> asked) {
		return numbers(words, wording).stream()
			.anyMatch((said) -> asked.stream().anyMatch((number) -> number.abs().compareTo(said) == 0));
	}

	private static List<BigDecimal> numbers(Pattern words, String wording) {
		return words.matcher(wording)
			.results()
			.flatMap((MatchResult found) -> Stream.of(new BigDecimal(found.group(1))))
			.toList();
	}

}
