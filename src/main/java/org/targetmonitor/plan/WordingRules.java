package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * Whether a goal says what the report's own words say: 降低3%左右 written as +3 would be met
 * by a rise, and 增长6% is not 7. A {@code reading} beside it says that it is meant.
 */
public final class WordingRules {

	private static final String NUMBER = "[^，。；、,;0-9０-９-]{0,6}?(?<number>[0-9]+(\\.[0-9]+)?)\\s*[%％]";

	private static final Pattern DOWN = Pattern.compile("(?<word>下降|降低|减少|压减|削减|降幅|下降率|降低率)" + NUMBER);

	private static final Pattern UP = Pattern.compile("(?<word>增长|增加|提高|上升|上涨|增幅|涨幅|增速)" + NUMBER);

	private static final Pattern LIMITS = Pattern.compile("以内|不超过|不高于|控制|收窄|不低于");

	private static final Pattern LESS_IS_BETTER = Pattern
		.compile("价格|物价|失业率|不良|赤字率|负债率|债务率|死亡|浓度|细颗粒物|PM2|恩格尔|漏损|辍学|发案|逾期|空置率|投诉|排放");

	private static final String AMOUNT = "([0-9]+(?:\\.[0-9]+)?)";

	private static final String UNIT = "[^0-9，。；、]{0,8}?";

	private static final Pattern CEILING = Pattern
		.compile("(?:不超过|不高于|不突破|控制在|降至|降到|压减至|压减到|减少至|减少到|低于|小于|少于)" + AMOUNT + "|" + AMOUNT + UNIT + "(?:以内|以下|之内)");

	private static final Pattern FLOOR = Pattern
		.compile("(?:(?<!不|不得|不能|不应|不再|不准)(?:超过|高于|大于|突破)|不低于|不少于)" + AMOUNT + "|" + AMOUNT + UNIT + "以上");

	private static final Pattern BELOW_ANOTHER = Pattern.compile("(?<!不)(?:低于|慢于|小于)(?![0-9])|不(?:高于|快于|超过)(?![0-9])");

	private static final Pattern ABOVE_ANOTHER = Pattern
		.compile("(?<!不)(?:高于|快于|大于|超过|跑赢)(?![0-9])|不(?:低于|慢于)(?![0-9])");

	private static final Pattern NO_MORE_THAN_LAST_YEAR = Pattern.compile("(?:不高于|不超过|不多于|(?<!不)低于)上年|只减不增|不增加|不反弹");

	private static final Pattern NO_LESS_THAN_LAST_YEAR = Pattern.compile("(?:不低于|不少于|(?<!不)高于)上年|只增不减|不减少");

	private static final Pattern NONE = Pattern.compile("清零|零发生");

	private static final Pattern LESS = Pattern.compile("下降|降低|减少|压减|削减|降幅|跌幅");

	private static final Pattern FIRST_PLACES = Pattern.compile("前[0-9一二三四五六七八九十]+(位|名)?");

	/** An indicator whose own values count the decrease: 单位GDP能耗降低率. */
	static final Pattern COUNTS_DECREASE = Pattern.compile("(下降|降低|减少|压减|削减)(率|幅度|幅)|降幅");

	private WordingRules() {
	}

	/**
	 * Asks of a plan that comes in where words and goal have no number in common. A goal
	 * that was changed while the report's words stand is no slip: it was changed by
	 * decision.
	 * @param inForce the same plan as it is now; null for a new one
	 */
	public static List<Fault> faults(PlanFile file, @Nullable Plan inForce) {
		return file.plan()
			.targets()
			.stream()
			.filter((target) -> inForce == null || inForce.target(target.indicator())
				.filter((before) -> before.wording().equals(target.wording()))
				.isEmpty())
			.flatMap((target) -> Stream.concat(Stream.of(target), target.other().stream()))
			.flatMap((target) -> Stream
				.of(WordedNumbers.otherNumber(target).or(() -> WordedChanges.asNumber(target)),
						WordedDates.otherDeadline(target), WordedReductions.wrongSide(target))
				.flatMap(Optional::stream)
				.map((reason) -> new Fault(line(file, target), Subject.of(target.indicator()), "goal", "wording",
						reason)))
			.toList();
	}

	private static int line(PlanFile file, Target target) {
		return Optional.ofNullable(file.definitions().get(target.indicator())).map(Node.Mapping::line).orElse(0);
	}

	/**
	 * What of the words the goal contradicts; empty where they agree.
	 * @param directionSaid whether the plan file says which way is good
	 */
	static Optional<Text> disagreement(Target target, boolean directionSaid) {
		Measurement measurement = target.measurement();
		if (measurement == null || target.reading() != null || !target.goal().judges()
				|| measurement.measure() == Measure.COMPLETION) {
			return Optional.empty();
		}
		if (target.goal().operand().isPresent()) {
			return otherSide(target);
		}
		if (target.goal().isAgainstYearBefore() && !target.goal().hasTolerance()) {
			return otherWayThanLastYear(target, measurement);
		}
		if (saysNone(target, measurement) && !target.goal().isNone()) {
			return Optional.of(Text.format("原文“%s”要求为零，应写 at-most: 0；如确系如此，请用 reading 说明读法",
					"the wording \"%s\" asks for none at all, which is at-most: 0; if the goal is meant, say so by a reading",
					target.wording()));
		}
		Optional<Text> growth = (measurement.measure() == Measure.GROWTH
				&& !COUNTS_DECREASE.matcher(target.name().zh()).find()) ? ofGrowth(target) : Optional.empty();
		return growth.or(() -> directionSaid ? Optional.empty() : unsaidDirection(target))
			.or(() -> wrongSide(target, measurement));
	}

	/**
	 * 涨幅低于全国 as faster-than. What is held against another indicator by two other ones, or
	 * counts how much less there is, may say it from either end.
	 */
	private static Optional<Text> otherSide(Target target) {
		Goal goal = target.goal();
		String wording = halfWidth(target.wording()).replace(" ", "");
		boolean below = BELOW_ANOTHER.matcher(wording).find();
		boolean above = ABOVE_ANOTHER.matcher(wording).find();
		boolean eitherEnd = !goal.hasOwnFigures() || goal.hasTolerance() || LESS.matcher(wording).find();
		return (eitherEnd || below == above || below == goal.isCeiling()) ? Optional.empty() : Optional.of(Text.format(
				"原文“%1$s”说的是%2$s对照数，目标写成了%3$s：低于用 slower-than 或 at-most，高于用 faster-than 或 at-least；如确系如此，请用 reading 说明读法",
				"the wording \"%1$s\" means %2$s the other one, the goal %3$s: below is slower-than or at-most, above is faster-than or at-least; if it is meant, say so by a reading",
				target.wording(), end(below), end(goal.isCeiling())));
	}

	/** 不高于上年 written as at least, and a rank that had to become larger. */
	private static Optional<Text> otherWayThanLastYear(Target target, Measurement measurement) {
		boolean ceiling = target.goal().isCeiling();
		if (measurement.measure() == Measure.RANK) {
			return ceiling ? Optional.empty() : Optional.of(new Text(
					"位次的数越小越好，目标却要求它不变小：不后移写 change: {at-most: 0}，前移2位写 change: {at-most: -2}；如确系如此，请用 reading 说明读法",
					"a smaller rank is the better one, and the goal asks that it becomes no smaller: no lower is change: {at-most: 0}, up two places change: {at-most: -2}; if it is meant, say so by a reading"));
		}
		boolean more = NO_LESS_THAN_LAST_YEAR.matcher(target.wording()).find();
		boolean less = NO_MORE_THAN_LAST_YEAR.matcher(target.wording()).find();
		return (more == less || less == ceiling) ? Optional.empty() : Optional.of(Text.format(
				"原文“%1$s”与目标的方向相反：不高于上年写 change: {at-most: 0}，不低于上年写 change: {at-least: 0}；如确系如此，请用 reading 说明读法",
				"the wording \"%1$s\" goes the other way than the goal: at most last year's is change: {at-most: 0}, at least change: {at-least: 0}; if it is meant, say so by a reading",
				target.wording()));
	}

	/** 存量清零, without any number beside it. */
	private static boolean saysNone(Target target, Measurement measurement) {
		boolean quantity = measurement.measure() == Measure.LEVEL || measurement.measure() == Measure.VALUE;
		return quantity && NONE.matcher(target.wording()).find()
				&& halfWidth(target.wording()).chars().noneMatch((one) -> one >= '0' && one <= '9');
	}

	private static Text end(boolean below) {
		return below ? new Text("低于", "below") : new Text("高于", "above");
	}

	private static Optional<Text> ofGrowth(Target target) {
		String wording = halfWidth(target.wording());
		List<BigDecimal> asked = asked(target);
		return wrongSign(DOWN.matcher(wording), UP.matcher(wording), asked, 1)
			.or(() -> wrongSign(UP.matcher(wording), DOWN.matcher(wording), asked, -1))
			.map((said) -> Text.format("原文说“%1$s”，目标写的是%2$s：下降应写为负数（如 -3），增长写为正数；如确系如此，请用 reading 说明读法",
					"the wording says \"%1$s\", the goal %2$s: a decrease is written below 0 (such as -3), a rise above; if it is meant, say so by a reading",
					said, numbers(asked)))
			.or(() -> openUpwards(target, DOWN.matcher(wording), wording));
	}

	/** 降低3%左右 is not met by a rise; 降幅控制在3%以内 is. */
	private static Optional<Text> openUpwards(Target target, Matcher down, String wording) {
		boolean open = target.goal().number().filter((number) -> number.signum() < 0).isPresent()
				&& !target.goal().isCeiling() && !target.goal().isShutOnBothSides();
		return (open && down.find() && !LIMITS.matcher(wording).find()) ? Optional.of(Text.format(
				"原文说“%s”，而按目标的写法，增长也算达标：下降越多越好的，左右请加 direction: lower，以上请写 at-most；如确系如此，请用 reading 说明读法",
				"the wording says \"%s\", but the goal as written is met by a rise: where a larger decrease is better, add direction: lower to about, or write at-most; if it is meant, say so by a reading",
				down.group())) : Optional.empty();
	}

	/** Of prices and unemployment more is seldom better. */
	private static Optional<Text> unsaidDirection(Target target) {
		boolean open = target.goal().hasTolerance() && !target.goal().isShutOnBothSides()
				&& target.goal().number().isPresent();
		return (open && LESS_IS_BETTER.matcher(target.name().zh()).find()) ? Optional
			.of(Text.format("%s的“左右”须注明方向：direction: lower（越低越好）、direction: higher（越高越好）或 both: true（两侧都算偏离）",
					"about %s it has to be said which way is good: direction: lower, direction: higher, or both: true",
					target.name()))
				: Optional.empty();
	}

	/** 5.5%以内 as a floor, 6%以上 as a ceiling, 前3位 as a floor. */
	private static Optional<Text> wrongSide(Target target, Measurement measurement) {
		Goal goal = target.goal();
		BigDecimal number = goal.number().orElse(null);
		if (number == null || number.signum() < 0 || goal.hasTolerance()
				|| measurement.measure() == Measure.COMPLETION) {
			return Optional.empty();
		}
		String wording = halfWidth(target.wording()).replace(" ", "");
		boolean ceiling = measurement.measure() == Measure.RANK ? FIRST_PLACES.matcher(wording).find()
				: said(CEILING, wording, number);
		boolean floor = measurement.measure() != Measure.RANK && said(FLOOR, wording, number);
		return (ceiling == floor || ceiling == goal.isCeiling()) ? Optional.empty()
				: Optional.of(Text.format("原文“%1$s”说的是%2$s，目标写成了%3$s；如确系如此，请用 reading 说明读法",
						"the wording \"%1$s\" sets %2$s, the goal %3$s; if it is meant, say so by a reading",
						target.wording(), side(ceiling), side(goal.isCeiling())));
	}

	private static Text side(boolean ceiling) {
		return ceiling ? new Text("上限", "a ceiling") : new Text("下限", "a floor");
	}

	/** Whether the words stand beside that very number. */
	private static boolean said(Pattern words, String wording, BigDecimal number) {
		return words.matcher(wording)
			.results()
			.flatMap((found) -> Stream.of(found.group(1), found.group(2)))
			.anyMatch((one) -> one != null && new BigDecimal(one).compareTo(number) == 0);
	}

	/** The words of one direction alone, beside numbers of the other. */
	private static Optional<String> wrongSign(Matcher said, Matcher other, List<BigDecimal> asked, int signum) {
		boolean opposite = !asked.isEmpty() && asked.stream().allMatch((number) -> number.signum() == signum);
		return (opposite && said.find() && !other.find()) ? Optional.of(said.group()) : Optional.empty();
	}

	/** The numbers that are asked for, without tolerances. */
	static List<BigDecimal> asked(Target target) {
		return target.goal().number().map(List::of).orElseGet(() -> target.goal().edges());
	}

	static String numbers(List<BigDecimal> asked) {
		return String.join("、", asked.stream().map(Numbers::plain).toList());
	}

	static String halfWidth(String text) {
		StringBuilder half = new StringBuilder();
		text.chars()
			.forEach((at) -> half.append((char) ((at >= '０' && at <= '９') ? at - '０' + '0' : (at == '．') ? '.' : at)));
		return half.toString();
	}

}
