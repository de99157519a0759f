package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * 不低于上年, 只增不减, 提高0.5个百分点: the change against the own year before is held against a goal
 * of its own.
 *
 * @param change what is asked of actual − the year before
 * @param from last year's value, where the plan says it; null to take it from last year's
 * plan
 */
public record YearBefore(Goal change, @Nullable BigDecimal from) implements Goal {

	static final GoalKind KIND = new GoalKind("compared-with",
			Set.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL, Measure.RANK), GoalKind.EITHER,
			Direction.HIGHER, YearBefore::read);

	private static final String CHANGE = "change";

	private static final Text PLACES = new Text("位", " places");

	private static Goal read(Fields fields, Direction direction) {
		if (!fields.requiredText("compared-with").equals("year-before")) {
			fields.fault("compared-with", "choice", new Text(
					"应为 year-before（上年）；与其他指标比较用 faster-than、slower-than 或 in-step-with",
					"must be year-before; another indicator is compared with by faster-than, slower-than or in-step-with"));
		}
		return new YearBefore(
				fields.node(CHANGE).map((node) -> change(fields, node, direction)).orElse(new AtLeast(BigDecimal.ZERO)),
				fields.number("from").orElse(null));
	}

	private static Goal change(Fields fields, Node node, Direction direction) {
		Node.Mapping written = GoalKind.mapping(node);
		Goal change = GoalKind.of(written)
			.filter((kind) -> !GoalKind.isAmbiguous(written) && !kind.key().equals(KIND.key()))
			.map((kind) -> kind.read(fields.within(written), direction))
			.orElse(null);
		if (change == null || change.number().isEmpty() || change.operand().isPresent() || change.isFinalOnceMet()) {
			fields.fault(CHANGE, "goal", new Text("变动应是一个数，如 change: {at-least: 0.5}",
					"a change is a number, as in change: {at-least: 0.5}"));
			return new AtLeast(BigDecimal.ZERO);
		}
		return change;
	}

	@Override
	public List<BigDecimal> numbers() {
		return Stream.concat(this.change.numbers().stream(), Stream.ofNullable(this.from)).toList();
	}

	@Override
	public boolean isAgainstYearBefore() {
		return true;
	}

	@Override
	public Optional<BigDecimal> yearBefore() {
		return Optional.ofNullable(this.from);
	}

	@Override
	public boolean isStrict() {
		return this.change.isStrict();
	}

	@Override
	public boolean isCeiling() {
		return this.change.isCeiling();
	}

	@Override
	public boolean isShutOnBothSides() {
		return this.change.isShutOnBothSides();
	}

	@Override
	public boolean hasTolerance() {
		return this.change.hasTolerance();
	}

	@Override
	public Text toleranceWords(Text unit) {
		return this.change.toleranceWords(unit);
	}

	@Override
	public boolean isNeverRed() {
		return this.change.isNeverRed();
	}

	@Override
	public Goal within(BigDecimal share, int decimals) {
		BigDecimal number = this.change.number().orElse(BigDecimal.ZERO);
		boolean toBeReached = number.signum() == (isCeiling() ? -1 : 1);
		return (!toBeReached || isShutOnBothSides()) ? this : new YearBefore(
				this.change.at(number.multiply(share).setScale(decimals, RoundingMode.HALF_UP)), this.from);
	}

	@Override
	public BigDecimal whole(BigDecimal operand) {
		return operand.add(this.change.number().orElse(BigDecimal.ZERO));
	}

	@Override
	public Comparison compare(BigDecimal actual, BigDecimal operand) {
		Comparison changed = this.change.compare(actual.subtract(operand), BigDecimal.ZERO);
		return new Comparison(operand, actual.subtract(operand), operand.add(changed.line()), changed.margin(),
				changed.met());
	}

	@Override
	public Text formula() {
		Text formula = this.change.formula();
		return new Text(formula.zh().replace("实际", "(实际 − 上年)"),
				formula.en().replace("actual", "(actual − the year before)"));
	}

	@Override
	public Text words(Text unit, Text operand) {
		BigDecimal number = this.change.number().orElse(BigDecimal.ZERO);
		if (Measurement.isPlaces(unit)) {
			return places(number);
		}
		if (number.signum() == 0) {
			return level();
		}
		Text points = Measurement.differenceUnit(unit);
		boolean rate = !points.equals(unit);
		boolean down = number.signum() < 0;
		boolean most = isCeiling() == down;
		return Text.format(rate ? (down ? "比上年下降%s%s" : "比上年提高%s%s") : (down ? "比上年减少%s%s" : "比上年增加%s%s"),
				down ? "down %s%s on the year before" : "up %s%s on the year before",
				Measurement.counted(number.abs(), points),
				hasTolerance() ? new Text("左右", " or so") : most ? new Text(isStrict() ? "以上（不含）" : "以上", " or more")
						: new Text(isStrict() ? "以内（不含）" : "以内", " at most"));
	}

	/**
	 * A smaller rank is the better one: whoever is ahead has moved up. One that is asked
	 * to become larger is of a ranking in which the last is the best.
	 */
	private Text places(BigDecimal number) {
		boolean ceiling = isCeiling();
		if (number.signum() == 0) {
			Text behind = isStrict() ? new Text("位次比上年后移", "behind the year before's rank")
					: new Text("位次不比上年前移", "no further ahead than the year before's rank");
			Text ahead = isStrict() ? new Text("位次比上年前移", "ahead of the year before's rank")
					: new Text("位次不低于上年", "no lower in rank than the year before");
			return ceiling ? ahead : behind;
		}
		boolean up = number.signum() < 0;
		boolean most = ceiling != up;
		Text size = Measurement.counted(number.abs(), PLACES);
		Text edge = isStrict() ? new Text("（不含）", " (that many excluded)") : Text.same("");
		String zh = (up ? "比上年前移" : "比上年后移") + (most ? "不超过%s%s" : "%s以上%s");
		String en = (up ? "up %s" : "down %s") + (most ? " at most" : " or more") + " on the year before%s";
		return Text.format(zh, en, size, edge);
	}

	private Text level() {
		if (hasTolerance()) {
			return new Text("与上年基本持平", "about level with the year before");
		}
		if (isStrict()) {
			return isCeiling() ? new Text("低于上年", "below the year before") : new Text("高于上年", "above the year before");
		}
		return isCeiling() ? new Text("不高于上年", "at most the year before")
				: new Text("不低于上年", "at least the year before");
	}

}
