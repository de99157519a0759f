package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;

/**
 * Slips of the pen that show without any record: a point in the wrong place, a share for
 * a percentage. The bounds are this project's own choice.
 */
final class Slips {

	/** A rate that is further than this from all that is known of it, in points. */
	private static final BigDecimal POINTS = BigDecimal.TEN;

	/** Of a small ratio half of what is known counts instead. */
	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** A value is so many times larger or smaller. */
	private static final BigDecimal TIMES = BigDecimal.valueOf(3);

	/** The share done is so many times the share of the year that has passed. */
	private static final BigDecimal AHEAD = BigDecimal.TWO;

	/** Growth from here on makes a quantity twice what it was, in percent. */
	private static final BigDecimal DOUBLED = BigDecimal.valueOf(100);

	/** From here on it is half of what it was. */
	private static final BigDecimal HALVED = BigDecimal.valueOf(-50);

	/** What is larger is refused by its range. */
	private static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(10_000);

	private Slips() {
	}

	/** Whether 0.06 looks more like 6 % than like 0.06 %. */
	static Optional<Fault> valueIsNoShare(Rule.Candidate candidate) {
		return share(candidate, "value", candidate.figure().value());
	}

	/** The same of the single quarter. */
	static Optional<Fault> quarterIsNoShare(Rule.Candidate candidate) {
		return share(candidate, "quarter-value", candidate.figure().quarterValue());
	}

	/**
	 * Whether growth is as quantities grow, whatever is known: where there is neither a
	 * period before nor a number as the goal, nothing else would ask, nor where the
	 * period before was as far off.
	 */
	static Optional<Fault> growthIsCredible(Rule.Candidate candidate) {
		return credible(candidate, "value", candidate.figure().value());
	}

	/** The same of the single quarter. */
	static Optional<Fault> quarterIsCredible(Rule.Candidate candidate) {
		return credible(candidate, "quarter-value", candidate.figure().quarterValue());
	}

	private static Optional<Fault> credible(Rule.Candidate candidate, String field, @Nullable BigDecimal given) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || measurement.measure() != Measure.GROWTH || given == null
				|| given.abs().compareTo(LARGEST_PERCENT) > 0
				|| (given.compareTo(DOUBLED) < 0 && given.compareTo(HALVED) > 0)) {
			return Optional.empty();
		}
		return candidate.refuse(field, "growth", (given.signum() > 0) ? Text.format(
				"增长%s%%，即达到上年同期的%s倍，请核对小数点，并核对填的是否为增速",
				"growth of %s %% makes it %s times that of a year before; see to the point, and whether it is a rate",
				Numbers.plain(given), Numbers.plain(times(given)))
				: Text.format("下降%s%%，请核对小数点，并核对填的是否为增速",
						"a decrease of %s %%; see to the point, and whether it is a rate", Numbers.plain(given.abs())));
	}

	/**
	 * Whether there is something that can have grown: from a loss of 2 to a profit of 5
	 * there is no rate, on whatever bases.
	 */
	static Optional<Fault> growthHasABase(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		Figure figure = candidate.figure();
		boolean rate = figure.hasResult() || figure.quarterValue() != null;
		if (measurement == null || measurement.measure() != Measure.GROWTH || !rate) {
			return Optional.empty();
		}
		return candidate.history()
			.yearBefore(candidate.period())
			.flatMap((before) -> Optional.ofNullable(before.level()))
			.filter((base) -> base.signum() <= 0)
			.flatMap((base) -> candidate.refuse(figure.hasResult() ? "value" : "quarter-value", "growth-base", Text
				.format("上年同期的总量为%1$s%2$s，不大于0，以它为基数的增速没有意义；没有增速的，数据状态请选“无此数（M）”",
						"the level of a year before is %1$s%2$s, which is not above 0: growth on such a base means nothing; where there is no rate, its status is M",
						Numbers.plain(base), Measurement.unitWords(candidate.target().quantityUnit().orElse("")))));
	}

	private static BigDecimal times(BigDecimal percent) {
		return percent.movePointLeft(2).add(BigDecimal.ONE).stripTrailingZeros();
	}

	private static Optional<Fault> share(Rule.Candidate candidate, String field, @Nullable BigDecimal given) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || !measurement.isPercent() || given == null || given.signum() == 0
				|| given.abs().compareTo(BigDecimal.ONE) >= 0) {
			return Optional.empty();
		}
		boolean finer = given.stripTrailingZeros().scale() > measurement.decimals();
		if (!finer && numbers(candidate.target().goal()).stream().noneMatch((goal) -> isNear(given, goal))) {
			return Optional.empty();
		}
		return candidate.refuse(field, "share",
				Text.format("%s按%1$s%%读取；如果意思是%2$s%%，请填%2$s", "%s is read as %1$s %%; if you mean %2$s %%, write %2$s",
						Numbers.plain(given), Numbers.plain(given.movePointRight(2))));
	}

	/** Whether its hundredfold is within half of the goal's size. */
	private static boolean isNear(BigDecimal share, BigDecimal goal) {
		return goal.signum() != 0
				&& share.movePointRight(2).abs().subtract(goal.abs()).abs().compareTo(goal.abs().multiply(HALF)) <= 0;
	}

	/**
	 * Whether it is near the period before or the goal; asked while there are too few
	 * changes for a record.
	 */
	static Optional<Fault> isNotFarOff(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal value = candidate.figure().value();
		if (measurement == null || value == null) {
			return Optional.empty();
		}
		return measurement.measure().accumulatesOverYear() ? isNotFarAhead(candidate, measurement, value)
				: isNearAny(candidate, measurement, value);
	}

	private static Optional<Fault> isNearAny(Rule.Candidate candidate, Measurement measurement, BigDecimal value) {
		List<BigDecimal> season = (measurement.measure() == Measure.GROWTH) ? List.of()
				: Seasons.value(candidate).stream().toList();
		List<BigDecimal> before = candidate.history().before(candidate.period()).map(Figure::value).stream().toList();
		List<BigDecimal> goal = numbers(candidate.target().goal());
		List<BigDecimal> known = Stream.of(season, before, goal).flatMap(List::stream).toList();
		if (known.isEmpty() || OnTheWay.is(candidate, value)
				|| known.stream().anyMatch((one) -> isNear(measurement.measure(), value, one))) {
			return Optional.empty();
		}
		return candidate.refuse("value", "far",
				Text.format("%s相差悬殊（最近的为%s），请核对小数点和单位",
						"is far from %s (the nearest is %s); see to the point and the unit",
						from(List.of(), season, before, goal), Numbers.plain(nearest(known, value))));
	}

	/** Names only what there is to be far from. */
	private static Text from(List<BigDecimal> total, List<BigDecimal> season, List<BigDecimal> before,
			List<BigDecimal> goal) {
		List<Text> names = new ArrayList<>();
		if (!total.isEmpty()) {
			names.add(new Text("累计数", "the rate so far"));
		}
		if (!season.isEmpty()) {
			names.add(new Text("上年同期", "the same period of last year"));
		}
		if (!before.isEmpty()) {
			names.add(new Text("上期", "the period before"));
		}
		if (!goal.isEmpty()) {
			names.add(new Text("目标", "the goal"));
		}
		String all = (names.size() > 1) ? "都" : "";
		return new Text(switch (names.size()) {
			case 1 -> "与" + names.getFirst().zh();
			case 2 -> "与" + names.getFirst().zh() + "和" + names.getLast().zh();
			default -> "与" + String.join("、", names.stream().map(Text::zh).toList());
		} + all, String.join(" and ", names.stream().map(Text::en).toList()));
	}

	/** A single quarter's rate is held against the year's so far, too. */
	static Optional<Fault> quarterIsNotFarOff(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal quarter = candidate.figure().quarterValue();
		if (measurement == null || quarter == null || !measurement.measure().differsInPoints()
				|| quarterIsNoShare(candidate).isPresent() || quarterIsCredible(candidate).isPresent()
				|| quarter.abs().compareTo(LARGEST_PERCENT) > 0) {
			return Optional.empty();
		}
		Optional<Figure> before = candidate.history().before(candidate.period());
		List<BigDecimal> total = Optional.ofNullable(candidate.figure().value()).stream().toList();
		List<BigDecimal> earlier = Stream.of(before.map(Figure::value), before.map(Figure::quarterValue))
			.flatMap(Optional::stream)
			.toList();
		List<BigDecimal> goal = numbers(candidate.target().goal()).stream().limit(1).toList();
		List<BigDecimal> known = Stream.of(total, earlier, goal).flatMap(List::stream).toList();
		if (known.isEmpty() || known.stream().anyMatch((one) -> isNear(measurement.measure(), quarter, one))) {
			return Optional.empty();
		}
		return candidate.refuse("quarter-value", "far",
				Text.format("%s相差悬殊（最近的为%s），请核对小数点", "is far from %s (the nearest is %s); see to the point",
						from(total, List.of(), earlier, goal), Numbers.plain(nearest(known, quarter))));
	}

	private static BigDecimal nearest(List<BigDecimal> known, BigDecimal value) {
		return known.stream().min(Comparator.comparing((one) -> one.subtract(value).abs())).orElseThrow();
	}

	private static boolean isNear(Measure measure, BigDecimal value, BigDecimal known) {
		BigDecimal distance = value.subtract(known).abs();
		return switch (measure) {
			case GROWTH -> distance.compareTo(POINTS) <= 0;
			case RATIO ->
				distance.compareTo((known.signum() == 0) ? POINTS : POINTS.min(known.abs().multiply(HALF))) <= 0;
			// Places move by leaps
			case RANK -> true;
			case VALUE, LEVEL, COMPLETION -> known.signum() == 0
					|| (value.signum() == known.signum() && value.abs().compareTo(known.abs().multiply(TIMES)) <= 0
							&& value.abs().multiply(TIMES).compareTo(known.abs()) >= 0);
		};
	}

	private static Optional<Fault> isNotFarAhead(Rule.Candidate candidate, Measurement measurement, BigDecimal value) {
		BigDecimal whole = (measurement.measure() == Measure.COMPLETION) ? BigDecimal.valueOf(100)
				: numbers(candidate.target().goal()).stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
		BigDecimal all = BigDecimal.valueOf(candidate.target().months());
		BigDecimal months = BigDecimal.valueOf(candidate.period().monthsEnded()).min(all);
		boolean asLastYear = Seasons.value(candidate)
			.filter((then) -> value.compareTo(then.multiply(AHEAD)) <= 0)
			.isPresent();
		if (asLastYear || whole.signum() <= 0
				|| value.multiply(all).compareTo(whole.multiply(months).multiply(AHEAD)) <= 0) {
			return Optional.empty();
		}
		return candidate.refuse("value", "far", Text.format("相对全年目标（%s），远快于时间进度，请核对单位",
				"is far ahead of the year towards the goal of %s; see to the unit", Numbers.plain(whole)));
	}

	private static List<BigDecimal> numbers(Goal goal) {
		return goal.number().map(List::of).orElse(goal.edges());
	}

}
