package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueRule;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/**
 * Reads the targets of one plan file and checks what each must satisfy by itself;
 * relations are checked by {@link Relations}.
 */
final class TargetReader {

	private static final Map<String, Measure> MEASURES = Fields.byKey(Measure.values(), Measure::key);

	private static final Map<String, Direction> DIRECTIONS = Fields.byKey(Direction.values(), Direction::key);

	private static final Map<String, Prices> PRICES = Fields.byKey(Prices.values(), Prices::key);

	private static final Map<String, Per> PER = Fields.byKey(Per.values(), Per::key);

	private static final Map<String, Nature> NATURES = Fields.byKey(Nature.values(), Nature::key);

	private static final Map<String, Accumulation> ACCUMULATIONS = Fields.byKey(Accumulation.values(),
			Accumulation::key);

	private static final Map<String, StatusWords> STATUS_WORDS = Fields.byKey(StatusWords.values(), StatusWords::key);

	private static final Map<String, Frequency> FREQUENCIES = Fields.byKey(Frequency.values(), Frequency::key);

	private final Area area;

	private final int year;

	private final Departments departments;

	private final DueRule due;

	private final TermsReader.Quantities quantities;

	private final List<Fault> faults;

	private final List<Target> parts = new ArrayList<>();

	private final Map<String, Target> elsewhere = new LinkedHashMap<>();

	TargetReader(Area area, int year, Departments departments, DueRule due, TermsReader.Quantities quantities,
			List<Fault> faults) {
		this.area = area;
		this.year = year;
		this.departments = departments;
		this.due = due;
		this.quantities = quantities;
		this.faults = faults;
	}

	/**
	 * Reads every target; what is wrong with one does not keep the others from being
	 * read.
	 */
	List<Target> readAll(List<Node> nodes) {
		Map<String, Target> targets = new LinkedHashMap<>();
		Map<String, Fields> places = new LinkedHashMap<>();
		for (Node node : nodes) {
			String subject = subject(node);
			Fields fields = Fields.of(node, subject, "targets", this.faults);
			Target target = read(fields);
			if (targets.putIfAbsent(target.indicator(), target) != null) {
				fields.fault("indicator", "twice", new Text("同一指标在计划中出现两次", "the indicator stands twice in the plan"));
			}
			places.putIfAbsent(target.indicator(), fields);
		}
		OtherAreas others = new OtherAreas(this.area, this.year, this.elsewhere);
		return new Relations(targets, places, others).resolve();
	}

	/** The operands of other areas that the targets named. */
	Collection<Target> elsewhere() {
		return this.elsewhere.values();
	}

	/** The parts of the targets that were read. */
	List<Target> parts() {
		return this.parts;
	}

	private static String subject(Node node) {
		if (node instanceof Node.Mapping mapping && mapping.entries().get("indicator") instanceof Node.Scalar code) {
			return code.text();
		}
		return "line " + node.line();
	}

	private Target read(Fields fields) {
		String indicator = fields.requiredCode("indicator");
		Optional<Direction> given = fields.choice("direction", DIRECTIONS);
		int faultsBefore = this.faults.size();
		Optional<GoalKind> kind = kind(fields);
		Direction direction = given.or(() -> kind.map(GoalKind::unsaid)).orElse(Direction.HIGHER);
		Goal goal = goal(fields, kind, direction, indicator);
		Measurement measurement = goal.isMeasured() ? measurement(fields) : null;
		boolean judgeable = kind.isPresent() && faultsBefore == this.faults.size();
		boolean handedIn = goal.hasOwnFigures() && !(goal.isMeasured() && fields.has(ShareOf.KEY));
		Reporting reporting = handedIn ? reporting(fields) : null;
		Department department = this.departments.find(fields, "department").orElse(null);
		if (department == null) {
			fields.requiredNode("department");
			department = new Department("", Text.same(""), Text.same(""));
		}
		Target target = new Target(indicator, fields.requiredWords("name"), fields.requiredText("wording"), goal,
				measurement, reporting,
				new TermsReader(this.quantities, this.faults).read(fields, goal, measurement, direction), department,
				this.departments.find(fields, "lead").orElse(department), fields.requiredChoice("nature", NATURES),
				goal.isMeasured() ? fields.text("part-of").orElse(null) : null,
				goal.isMeasured() ? quotient(fields) : null, assignment(fields),
				(goal.isMeasured() || !goal.hasOwnFigures()) ? new Entry.Headline() : new Entry.Qualitative());
		if (judgeable) {
			check(fields, kind.get(), target, direction);
		}
		DeadlineRules.check(fields, target, this.year);
		if (!goal.isMeasured() && kind.isPresent()) {
			GoalRules.refuseMeasurement(fields, goal);
		}
		this.parts.addAll(new PartReader(this.departments, this.faults).parts(fields, target, direction));
		fields.refuseOthers();
		return target;
	}

	private @Nullable QuotientOf quotient(Fields fields) {
		Node node = fields.node("quotient-of").orElse(null);
		if (node == null) {
			return null;
		}
		int faultsBefore = this.faults.size();
		Fields given = Fields.of(node, fields.subject(), "quotient-of", this.faults);
		QuotientOf quotient = new QuotientOf(given.requiredCode("numerator"), given.requiredCode("denominator"));
		given.refuseOthers();
		return (faultsBefore == this.faults.size()) ? quotient : null;
	}

	/** {@code under} and {@code assigned} stand together or not at all. */
	private @Nullable Assignment assignment(Fields fields) {
		Optional<String> under = fields.text("under");
		Optional<Node> given = fields.node("assigned");
		if (under.isEmpty()) {
			given
				.ifPresent((node) -> fields.fault("assigned", "heading", new Text("填写了 assigned，应同时用 under 指明所属的上级下达总项",
						"assigned needs under: the heading it stands under")));
			return null;
		}
		Fields assigned = given.map((node) -> Fields.of(node, fields.subject(), "assigned", this.faults)).orElse(null);
		if (assigned == null) {
			fields.fault("assigned", "required", new Text("下达的指标数应注明文件和日期：assigned: {document: …, date: …}",
					"an assigned number names its document and date: assigned: {document: …, date: …}"));
			return null;
		}
		Assignment assignment = new Assignment(under.get(), assigned.requiredText("document"),
				assigned.requiredDate("date").orElse(LocalDate.EPOCH));
		assigned.refuseOthers();
		return assignment;
	}

	private static Optional<GoalKind> kind(Fields fields) {
		fields.node("goal")
			.map(GoalKind::mapping)
			.filter(GoalKind::isAmbiguous)
			.ifPresent(
					(goal) -> fields.fault("goal", "goal", new Text("一项目标只能有一种类型", "a target has one kind of goal")));
		Optional<GoalKind> kind = fields.requiredNode("goal").map(GoalKind::mapping).flatMap(GoalKind::of);
		if (fields.has("goal") && kind.isEmpty()) {
			fields.fault("goal", "goal", Text.format("无法识别的目标类型，可用：%s", "no known kind of goal; there are: %s",
					String.join(", ", GoalKind.ALL.stream().map(GoalKind::key).toList())));
		}
		return kind;
	}

	private Goal goal(Fields fields, Optional<GoalKind> kind, Direction direction, String indicator) {
		return kind
			.flatMap((known) -> fields.node("goal")
				.map((node) -> known.read(TermsReader.without(GoalKind.mapping(node)), direction, indicator,
						this.faults)))
			.orElse(new Monitored());
	}

	private Measurement measurement(Fields fields) {
		Measure written = fields.requiredChoice("measure", MEASURES);
		Accumulation accumulation = fields.choice("accumulates", ACCUMULATIONS).orElse(defaultAccumulation(written));
		Measure measure = isState(written, accumulation) ? Measure.VALUE : written;
		boolean comparable = fields.choice("scope", Map.of("comparable", true)).orElse(false);
		Measurement measurement = new Measurement(measure, fields.choice("prices", PRICES).orElse(null),
				fields.choice("per", PER).orElse(null), comparable, unit(fields, measure),
				fields.requiredWhole("decimals", 0, 6), accumulation, UnitName.of(fields, "level-unit").orElse(null),
				statusWords(fields));
		if (fields.has("measure") && fields.has("unit") && measure.isInPercent() && !measurement.isPercent()
				&& !(measure == Measure.RATIO && measurement.isPerMille())) {
			fields.fault("unit", "unit",
					(measure == Measure.RATIO)
							? new Text("比率的单位应为百分比（percent）或千分比（‰）", "the unit of a ratio is percent or ‰ (per mille)")
							: Text.format("%s的单位应为百分比（percent）", "the unit of a %s is percent", measure.words()));
		}
		if (measurement.prices() != null && measure != Measure.GROWTH) {
			fields.fault("prices", "measure", new Text("只有增速才有价格基础", "only a growth rate has a price basis"));
		}
		if (measurement.per() != null && measure != Measure.GROWTH && measure != Measure.VALUE) {
			fields.fault("per", "measure", new Text("只有增速和数值才分人均与总量", "only growth and values are per head or total"));
		}
		return measurement;
	}

	/** A level that does not add up over the year has no share of it that is done. */
	private static boolean isState(Measure written, Accumulation accumulation) {
		return written == Measure.LEVEL && accumulation != Accumulation.YEAR_TO_DATE;
	}

	/** Whatever has no unit: a rank is a place, and is said to be one. */
	private static String unit(Fields fields, Measure measure) {
		String unit = UnitName.required(fields, "unit");
		return (measure == Measure.RANK && unit.isEmpty() && fields.has("unit")) ? Measurement.PLACES : unit;
	}

	private static StatusWords statusWords(Fields fields) {
		return fields.choice("status-words", STATUS_WORDS)
			.orElseGet(() -> StatusWords.ofName(fields.node("name").map(StatusWords::named).orElse("")));
	}

	private static Accumulation defaultAccumulation(Measure measure) {
		return switch (measure) {
			case RATIO, VALUE, RANK -> Accumulation.POINT;
			case GROWTH, LEVEL, COMPLETION -> Accumulation.YEAR_TO_DATE;
		};
	}

	private Reporting reporting(Fields fields) {
		Frequency frequency = fields.requiredChoice("reported", FREQUENCIES);
		List<Period> all = Period.ofYear(this.year, frequency);
		List<Period> periods = fields.has("periods") ? periods(fields, all) : all;
		return new Reporting(frequency, periods, PlanFile.due(fields, "due", this.faults).orElse(this.due),
				fields.flag("early"));
	}

	private static List<Period> periods(Fields fields, List<Period> all) {
		List<Period> periods = new ArrayList<>();
		for (Node item : fields.items("periods")) {
			String code = (item instanceof Node.Scalar scalar) ? scalar.text() : "";
			Period.parse(code)
				.filter(all::contains)
				.ifPresentOrElse(periods::add, () -> fields.fault("periods", "period",
						Text.format("“%s”不是该年度该频率的报告期", "\"%s\" is no period of this year and frequency", code)));
		}
		List<Period> ordered = periods.stream().distinct().sorted().toList();
		boolean decided = fields.text(Deadline.KEY)
			.flatMap(Deadline::parse)
			.filter((deadline) -> !ordered.isEmpty() && deadline.isReachedBy(ordered.getLast()))
			.isPresent();
		if (!decided && (ordered.isEmpty() || !ordered.getLast().isLastOfYear())) {
			fields.fault("periods", "period", new Text("报告期应包含全年最后一期", "the periods must include the year's last one"));
		}
		return ordered;
	}

	private static void check(Fields fields, GoalKind kind, Target target, Direction direction) {
		if (!kind.directions().contains(direction)) {
			fields.fault("direction", "direction", Text.format("direction: %s 不能与 %s 同用",
					"direction: %s does not go with %s", direction.key(), kind.key()));
		}
		Measurement measurement = target.measurement();
		if (measurement != null) {
			Reporting reporting = target.reporting();
			GoalRules.check(fields, kind, target.goal(), measurement,
					reporting != null && reporting.frequency() == Frequency.YEARLY);
		}
	}

}
