package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * Reads on what terms a goal is judged. A second step and a path may stand beside the
 * goal or within it.
 */
final class TermsReader {

	private static final Map<String, PaceRule> PACES = Fields
		.byKey(new PaceRule[] { PaceRule.ELAPSED, PaceRule.LAST_YEAR }, PaceRule::key);

	private static final Map<String, GoalPath.By> WAYS = Fields.byKey(GoalPath.By.values(), GoalPath.By::key);

	private static final String THEN = "then";

	static final String PATH = "path";

	private static final Set<Measure> REACHED = Set.of(Measure.RATIO, Measure.VALUE, Measure.LEVEL);

	/** What reports say of a stock or a share that is to be reached by the year's end. */
	private static final Pattern TO_BE_REACHED = Pattern
		.compile("(达到|突破|提高到|提高至|提升到|提升至|增加到|增加至|增至|扩大到|扩大至|降到|降至|下降到|压减到|压减至)[^0-9，。；]{0,4}[0-9]");

	/** The same of one of which nothing is to be left. */
	private static final Pattern TO_BE_CLEARED = Pattern.compile("(?<!动态|保持|始终|持续|常态化)清零");

	private final Quantities plan;

	private final List<Fault> faults;

	/**
	 * @param plan what the plan says of all its quantities
	 */
	TermsReader(Quantities plan, List<Fault> faults) {
		this.plan = plan;
		this.faults = faults;
	}

	/**
	 * What a plan says of its quantities, and a target of its own.
	 *
	 * @param pace what they are held against
	 * @param aheadBy from how many points beyond that on they are ahead of it
	 */
	record Quantities(PaceRule pace, BigDecimal aheadBy) {

		/** Where nothing is said. */
		static final Quantities UNSAID = new Quantities(PaceRule.UNSAID, Terms.AHEAD_BY);

		/** Reads {@code pace} and {@code ahead-by}, of a plan or of one target. */
		static Quantities read(Fields fields, Quantities unsaid) {
			Optional<BigDecimal> aheadBy = fields.number("ahead-by");
			if (aheadBy.isPresent() && aheadBy.get().signum() <= 0) {
				fields.fault("ahead-by", "range", new Text("超进度界限应大于0", "must be above 0"));
			}
			return new Quantities(fields.choice("pace", PACES).orElse(unsaid.pace), aheadBy.orElse(unsaid.aheadBy));
		}

	}

	/** A goal without what is no part of the condition. */
	static Node.Mapping without(Node.Mapping goal) {
		return goal.without(THEN).without(PATH);
	}

	Terms read(Fields fields, Goal goal, @Nullable Measurement measurement, Direction direction) {
		Optional<Node> then = beside(fields, THEN);
		Quantities quantities = Quantities.read(fields, this.plan);
		return new Terms(laggingBelow(fields, measurement), fields.words("reading").orElse(null),
				then.map((node) -> second(fields, node, goal, measurement, direction)).orElse(null),
				path(fields, beside(fields, PATH).orElse(null), goal, measurement), quantities.pace(),
				quantities.aheadBy(), new AndReader(this.faults, this).read(fields, goal, measurement),
				share(fields, measurement), fields.text(Deadline.KEY).flatMap(Deadline::parse).orElse(null));
	}

	private @Nullable ShareOf share(Fields fields, @Nullable Measurement measurement) {
		Node node = (measurement != null) ? fields.node(ShareOf.KEY).orElse(null) : null;
		if (node == null) {
			return null;
		}
		int before = this.faults.size();
		ShareOf share = ShareOf.read(Fields.of(node, fields.subject(), ShareOf.KEY, this.faults));
		return (before == this.faults.size()) ? share : null;
	}

	private static String indicator(Fields fields) {
		return fields.text("indicator").orElse("");
	}

	private static Optional<Node> beside(Fields fields, String key) {
		Optional<Node> within = fields.node("goal")
			.filter(Node.Mapping.class::isInstance)
			.flatMap((goal) -> Optional.ofNullable(((Node.Mapping) goal).entries().get(key)));
		return fields.node(key).or(() -> within);
	}

	private static BigDecimal laggingBelow(Fields fields, @Nullable Measurement measurement) {
		Optional<BigDecimal> given = fields.number("lagging-below");
		if (given.isPresent() && given.get().signum() >= 0) {
			fields.fault("lagging-below", "range", new Text("滞后界限应小于0", "must be below 0"));
		}
		return given.orElseGet(() -> (measurement != null)
				? measurement.measure().defaultLaggingBelow(measurement.decimals()) : BigDecimal.ONE.negate());
	}

	private @Nullable Goal second(Fields fields, Node node, Goal first, @Nullable Measurement measurement,
			Direction direction) {
		Node.Mapping written = GoalKind.mapping(node);
		GoalKind kind = GoalKind.of(written).orElse(null);
		if (kind == null || measurement == null || !first.judges() || GoalKind.isAmbiguous(written)) {
			fields.fault(THEN, "goal", new Text("力争目标应如 then: {stretch: 8}，且指标有自己的数据",
					"a second step is written as then: {stretch: 8}, of an indicator with figures of its own"));
			return null;
		}
		int before = this.faults.size();
		Goal second = kind.read(written, direction, indicator(fields), this.faults);
		if (second.number().isEmpty() || second.operand().isPresent()) {
			fields.fault(THEN, "goal", new Text("力争目标应是一个数；力争的区间请写其较近的一端，如力争7%—8%写作 then: {stretch: 7}；另一项条件请写 and",
					"a second step is one number; of a range write its nearer edge, 7 to 8 as then: {stretch: 7}; a second condition is written as and"));
		}
		else if (before == this.faults.size()) {
			GoalRules.check(fields, kind, second, measurement);
			boolean lower = first.isCeiling() || direction == Direction.LOWER;
			if (!second.isShutOnBothSides() && lower != second.isCeiling()) {
				fields.fault(THEN, "direction", new Text("第二步与第一步方向不同：越低越好的请写 at-most 或 below",
						"the second step is good on the other side; where less is better, write at-most or below"));
			}
			else if (first.number().isPresent() && !isFurther(first, second)) {
				fields.fault(THEN, "range", new Text("力争目标应比第一步更进一步", "a second step goes further than the first"));
			}
		}
		return second;
	}

	private static boolean isFurther(Goal first, Goal second) {
		int order = second.number().orElseThrow().compareTo(first.number().orElseThrow());
		return first.isCeiling() ? order < 0 : order > 0;
	}

	/**
	 * Reads how a number is approached.
	 * @param fields those of the target, whose wording says whether it is to be reached
	 * @param node what is written of the path; null where nothing is
	 */
	@Nullable GoalPath path(Fields fields, @Nullable Node node, Goal goal, @Nullable Measurement measurement) {
		if (node == null) {
			return isToBeReached(fields, goal, measurement) ? new GoalPath(null, GoalPath.By.LINEAR) : null;
		}
		if (node instanceof Node.Scalar none && none.text().equals("none")) {
			return null;
		}
		Node written = (node instanceof Node.Scalar way) ? new Node.Mapping(Map.of("by", way), way.line()) : node;
		Fields path = Fields.of(written, fields.subject(), PATH, this.faults);
		GoalPath read = new GoalPath(path.number("from").orElse(null),
				path.choice("by", WAYS).orElse(GoalPath.By.LINEAR));
		path.refuseOthers();
		if (measurement == null || !goal.mayHavePath() || !REACHED.contains(measurement.measure())) {
			fields.fault(PATH, "goal", new Text("路径只用于年底要达到的一个数：比率、数值或总量，目标类型为不低于、不高于、突破、小于、左右、力争",
					"a path is for one number to be reached by the year's end, of a ratio, value or level"));
		}
		return read;
	}

	/**
	 * 达到3500家 of a stock that is reported within the year: nobody expects it in March.
	 */
	private static boolean isToBeReached(Fields fields, Goal goal, @Nullable Measurement measurement) {
		if (measurement == null || !goal.mayHavePath() || measurement.accumulation() != Accumulation.POINT
				|| (measurement.measure() != Measure.RATIO && measurement.measure() != Measure.VALUE)) {
			return false;
		}
		String wording = fields.text("wording").orElse("");
		return TO_BE_REACHED.matcher(wording).find() || (goal.isNone() && TO_BE_CLEARED.matcher(wording).find());
	}

}
