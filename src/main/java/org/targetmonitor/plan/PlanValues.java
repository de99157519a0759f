package org.targetmonitor.plan;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;

/** Says the values of a plan file for people: codes by the names they stand for. */
public final class PlanValues {

	private static final Set<String> INDICATORS = Set.of("in-step-with", "faster-than", "slower-than", "not-below",
			"not-above", "of", "part-of", "under", "numerator", "denominator", "expects", "part", "whole");

	private static final Set<String> DEPARTMENTS = Set.of("department", "lead");

	private static final Map<String, Measure> MEASURES = Fields.byKey(Measure.values(), Measure::key);

	private static final Map<String, Prices> PRICES = Fields.byKey(Prices.values(), Prices::key);

	private static final Map<String, Per> PER = Fields.byKey(Per.values(), Per::key);

	private static final Map<String, Direction> DIRECTIONS = Fields.byKey(Direction.values(), Direction::key);

	private static final Map<String, StatusWords> STATUS_WORDS = Fields.byKey(StatusWords.values(), StatusWords::key);

	private static final Map<String, Nature> NATURES = Fields.byKey(Nature.values(), Nature::key);

	private static final Map<Frequency, Text> FREQUENCIES = Map.of(Frequency.YEARLY, new Text("每年", "yearly"),
			Frequency.HALF_YEARLY, new Text("每半年", "half-yearly"), Frequency.QUARTERLY, new Text("每季度", "quarterly"),
			Frequency.MONTHLY, new Text("每月", "monthly"));

	private static final Map<String, Accumulation> ACCUMULATIONS = Fields.byKey(Accumulation.values(),
			Accumulation::key);

	private final Plan plan;

	public PlanValues(Plan plan) {
		this.plan = plan;
	}

	/** The words of a value at a path; what has none stays as it is written. */
	public Text words(String path, String value) {
		String key = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
		return named(key, value).orElseGet(() -> Text.same(value));
	}

	private static Optional<Text> unit(String value) {
		if (value.equals("percent")) {
			return Optional.of(Text.same("%"));
		}
		String kept = Measurement.unit(value);
		return kept.equals(value) ? Optional.empty()
				: Optional.of(kept.isEmpty() ? new Text("无", "none") : Text.same(kept));
	}

	private Optional<Text> named(String key, String value) {
		if (INDICATORS.contains(key)) {
			return this.plan.target(value).map(Target::name);
		}
		if (DEPARTMENTS.contains(key)) {
			return Optional.ofNullable(this.plan.departments().get(value)).map((department) -> department.name());
		}
		return switch (key) {
			case "unit" -> unit(value);
			case "measure" -> Optional.ofNullable(MEASURES.get(value)).map(Measure::words);
			case "prices" -> Optional.ofNullable(PRICES.get(value)).map(Prices::words);
			case "per" -> Optional.ofNullable(PER.get(value)).map(Per::words);
			case "status-words" -> Optional.ofNullable(STATUS_WORDS.get(value)).map(StatusWords::words);
			case "nature" -> Optional.ofNullable(NATURES.get(value)).map(Nature::words);
			case "accumulates" -> Optional.ofNullable(ACCUMULATIONS.get(value)).map(Accumulation::words);
			case "direction" -> Optional.ofNullable(DIRECTIONS.get(value)).map(Direction::words);
			case "scope" -> value.equals("comparable") ? Optional.of(new Text("是", "yes")) : Optional.empty();
			case "early", "beside" -> value.equals("true") ? Optional.of(new Text("是", "yes")) : Optional.empty();
			case "deadline" -> Deadline.parse(value).map(Deadline::at);
			case "reported" -> Frequency.of(value).map(FREQUENCIES::get);
			default -> Optional.empty();
		};
	}

}
