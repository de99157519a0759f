package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * How one kind of goal stands in a plan file.
 *
 * @param key the key that names the kind
 * @param measures the measures it goes with; empty for a kind without figures of its own
 * @param directions which ways may be said to be good beside it
 * @param unsaid the way meant where none is said
 * @param reader reads the goal's mapping
 */
record GoalKind(String key, Set<Measure> measures, Set<Direction> directions, Direction unsaid,
		BiFunction<Fields, Direction, Goal> reader) {

	/** Of which more may be better, or less. */
	static final Set<Direction> EITHER = Set.of(Direction.HIGHER, Direction.LOWER);

	/**
	 * What a target says beside its goal; a path and a second step may stand in both
	 * places.
	 */
	private static final Set<String> BESIDE = Set.of("and", "deadline", "direction", "pace", "ahead-by",
			"lagging-below", "reading", "share-of");

	/** Every kind of goal there is: what {@link Goal} permits, by key. */
	static final List<GoalKind> ALL = Arrays.stream(Goal.class.getPermittedSubclasses())
		.map(GoalKind::of)
		.sorted(Comparator.comparing(GoalKind::key))
		.toList();

	/** Of which more is better, or the direction says nothing. */
	GoalKind(String key, Set<Measure> measures, BiFunction<Fields, Direction, Goal> reader) {
		this(key, measures, Set.of(Direction.HIGHER), Direction.HIGHER, reader);
	}

	private static GoalKind of(Class<?> goal) {
		try {
			return (GoalKind) Objects.requireNonNull(goal.getDeclaredField("KIND").get(null));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(goal.getSimpleName() + " has no constant KIND", ex);
		}
	}

	/**
	 * Finds the kind that a goal is written as; a scalar {@code none} is short for
	 * {@code {none: true}}.
	 */
	static Optional<GoalKind> of(Node.Mapping goal) {
		return ALL.stream().filter((kind) -> goal.entries().containsKey(kind.key)).findFirst();
	}

	/** Whether more than one kind is named. */
	static boolean isAmbiguous(Node.Mapping goal) {
		return ALL.stream().filter((kind) -> goal.entries().containsKey(kind.key)).count() > 1;
	}

	static Node.Mapping mapping(Node goal) {
		if (goal instanceof Node.Mapping mapping) {
			return mapping;
		}
		if (goal instanceof Node.Scalar scalar) {
			return new Node.Mapping(Map.of(scalar.text(), new Node.Scalar("true", scalar.line())), scalar.line());
		}
		return new Node.Mapping(Map.of(), goal.line());
	}

	Goal read(Node.Mapping goal, Direction direction, String indicator, List<Fault> faults) {
		return read(new Fields(goal, Subject.of(indicator), faults), direction);
	}

	/** Reads a goal that stands within another mapping. */
	Goal read(Fields fields, Direction direction) {
		Goal read = this.reader.apply(fields, direction);
		fields.keys().stream().filter(BESIDE::contains).sorted().forEach((key) -> {
			fields.node(key);
			fields.fault(key, "unknown-key", Text.format("“%1$s”与 goal 并列，不写在 goal 之内：goal: {…}, %1$s: …",
					"\"%1$s\" stands beside goal and not within it: goal: {…}, %1$s: …", key));
		});
		fields.refuseOthers();
		return read;
	}

	static BigDecimal tolerance(Fields fields) {
		BigDecimal tolerance = fields.requiredNumber("tolerance");
		if (tolerance.signum() < 0) {
			fields.fault("tolerance", "range", new Text("容差不能为负", "a tolerance is not negative"));
		}
		return tolerance;
	}

}
