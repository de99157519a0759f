package org.targetmonitor.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.TypedNumber;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Area;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.submission.ObsStatus;

/**
 * One reference figure as it is handed in.
 *
 * @param line the line it stands on, 0 where it stands on none
 * @param place which figure it is
 * @param areaName the area's name; null where it is not said
 * @param unit the unit
 * @param value the value as published
 * @param status how final it is
 * @param origin where it comes from
 * @param published the day it came out
 * @param replaces the revision that it corrects; null where that is not said
 */
public record ReferenceRow(int line, ReferenceFigure.Place place, @Nullable String areaName, String unit,
		BigDecimal value, ObsStatus status, String origin, LocalDate published, @Nullable Integer replaces) {

	/** The fields of a row, in the order of a file's columns. */
	public static final List<String> FIELDS = List.of("area", "area-name", "indicator", "measure", "unit", "period",
			"value", "status", "origin", "published", "replaces");

	private static final Map<String, Measure> MEASURES = measures();

	private static final Map<String, ObsStatus> STATUSES = statuses();

	private static final String PERCENT = "%";

	private static final String PER_MILLE = "‰";

	/** The fields in which full width means nothing. */
	private static final Set<String> CODED = Set.of("area", "indicator", "measure", "unit", "period", "status",
			"published", "replaces");

	private static final int LONGEST_NAME = 50;

	private static final int LONGEST_UNIT = 20;

	/** The measures of which there are reference figures, by their keys. */
	public static Map<String, Measure> measures() {
		Map<String, Measure> measures = new LinkedHashMap<>();
		List.of(Measure.GROWTH, Measure.RATIO, Measure.VALUE, Measure.LEVEL)
			.forEach((measure) -> measures.put(measure.key(), measure));
		return Collections.unmodifiableMap(measures);
	}

	/** The statuses of a value that is there, by their codes. */
	public static Map<String, ObsStatus> statuses() {
		Map<String, ObsStatus> statuses = new LinkedHashMap<>();
		List.of(ObsStatus.P, ObsStatus.A, ObsStatus.E, ObsStatus.B)
			.forEach((status) -> statuses.put(status.name(), status));
		return Collections.unmodifiableMap(statuses);
	}

	/** What was read, or what is wrong with it. */
	public record Reading(List<ReferenceRow> rows, List<Fault> faults) {
	}

	/** Reads rows one after the other. */
	public static final class Reader implements Consumer<Node> {

		private final List<ReferenceRow> rows = new ArrayList<>();

		private final List<Fault> faults = new ArrayList<>();

		private final boolean typed;

		private Reader(boolean typed) {
			this.typed = typed;
		}

		/** Of what people type, into a form or a sheet: as figures are read there. */
		public static Reader ofTyped() {
			return new Reader(true);
		}

		/** Of what programs send: exact numbers alone. */
		public static Reader ofSent() {
			return new Reader(false);
		}

		/** Takes a mapping of {@link #FIELDS}. */
		@Override
		public void accept(Node item) {
			read(this.typed ? halfWidth(item) : item, this.typed, this.faults).ifPresent(this.rows::add);
		}

		/** All that was taken; not even one is a fault, too. */
		public Reading reading() {
			return (this.rows.isEmpty() && this.faults.isEmpty()) ? new Reading(List.of(), List.of(none()))
					: new Reading(Collections.unmodifiableList(this.rows), List.copyOf(this.faults));
		}

	}

	/** Reads a list of them. */
	public static Reading read(Node document) {
		if (!(document instanceof Node.Sequence list)) {
			return new Reading(List.of(), List.of(none()));
		}
		Reader reader = Reader.ofSent();
		list.items().forEach(reader);
		return reader.reading();
	}

	private static Fault none() {
		return Fault.of("", "reference-figures", "list",
				new Text("应为至少一行参照数据的列表", "must be a list of one reference figure or more"));
	}

	private static Optional<ReferenceRow> read(Node item, boolean typed, List<Fault> faults) {
		int before = faults.size();
		Fields fields = Fields.of(item, subject(item), "reference-figures", faults);
		String area = area(fields);
		String name = name(fields);
		String indicator = fields.requiredCode("indicator");
		Measure measure = fields.requiredChoice("measure", MEASURES);
		String unit = unit(fields, measure);
		Optional<Period> period = period(fields);
		BigDecimal value = typed ? typedValue(fields, unit) : fields.requiredNumber("value");
		ObsStatus status = status(fields);
		String origin = fields.requiredText("origin").strip();
		Optional<LocalDate> published = fields.requiredDate("published");
		Integer replaces = fields.whole("replaces", 1, Integer.MAX_VALUE).orElse(null);
		fields.refuseOthers();
		return (faults.size() > before || period.isEmpty()) ? Optional.empty()
				: published.map((day) -> new ReferenceRow(item.line(),
						new ReferenceFigure.Place(area, indicator, measure, period.get()), name, unit, value, status,
						origin, day, replaces));
	}

	/** Codes, days and numbers in full width are meant as the plain ones. */
	private static Node halfWidth(Node item) {
		if (!(item instanceof Node.Mapping mapping)) {
			return item;
		}
		Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
		entries.replaceAll((field, node) -> (node instanceof Node.Scalar scalar && CODED.contains(field))
				? new Node.Scalar(TypedNumber.plain(scalar.text()).strip(), scalar.line()) : node);
		return new Node.Mapping(entries, mapping.line());
	}

	/** As the figures' own form and sheet read it. */
	private static BigDecimal typedValue(Fields fields, String unit) {
		String text = fields.requiredText("value");
		return switch (TypedNumber.read(text, unit.equals(PERCENT) ? "percent" : unit)) {
			case TypedNumber.Taken taken -> taken.value();
			case TypedNumber.Blank() -> BigDecimal.ONE;
			case TypedNumber.Refused refused -> {
				fields.fault("value", refused.rule(), refused.reason());
				yield BigDecimal.ONE;
			}
		};
	}

	/** A row is named by its area and indicator, as far as they can be read. */
	private static String subject(Node item) {
		return (item instanceof Node.Mapping mapping)
				? (scalar(mapping, "area") + " " + scalar(mapping, "indicator")).strip() : "";
	}

	private static String scalar(Node.Mapping mapping, String key) {
		return (mapping.entries().get(key) instanceof Node.Scalar scalar) ? scalar.text() : "";
	}

	private static String area(Fields fields) {
		String area = fields.requiredText("area");
		if (!area.isEmpty() && !Area.isCode(area)) {
			fields.fault("area", "area", Area.refusal(area));
		}
		return area;
	}

	private static @Nullable String name(Fields fields) {
		Optional<String> name = fields.text("area-name").map(String::strip).filter((text) -> !text.isEmpty());
		name.filter((text) -> !Fields.isLine(text, LONGEST_NAME))
			.ifPresent((text) -> fields.fault("area-name", "text",
					Text.format("地区名称最多%d字", "an area's name has at most %d characters", LONGEST_NAME)));
		return name.orElse(null);
	}

	/**
	 * Rates are in percent, whether that is said or not; a ratio may be per mille, and
	 * says so.
	 */
	private static String unit(Fields fields, Measure measure) {
		if (measure.isInPercent()) {
			String said = fields.text("unit").map((unit) -> Measurement.unit(unit.strip())).orElse("");
			if (measure == Measure.RATIO && said.equals(PER_MILLE)) {
				return PER_MILLE;
			}
			if (!said.equals(PERCENT) && !said.isBlank()) {
				fields.fault("unit", "unit",
						(measure == Measure.RATIO) ? new Text("比率的单位只能是%或‰", "the unit of a ratio is % or ‰")
								: Text.format("%s的单位只能是%%", "the unit of a %s can only be %%", measure.words()));
			}
			return PERCENT;
		}
		String unit = fields.requiredText("unit").strip();
		if (!Fields.isLine(unit, LONGEST_UNIT)) {
			fields.fault("unit", "text", Text.format("单位最多%d字", "a unit has at most %d characters", LONGEST_UNIT));
		}
		return unit;
	}

	/** By its code, or by its words as anybody says them. */
	private static ObsStatus status(Fields fields) {
		return fields.text("status")
			.flatMap(ObsStatus::said)
			.filter(STATUSES::containsValue)
			.orElseGet(() -> fields.requiredChoice("status", STATUSES));
	}

	private static Optional<Period> period(Fields fields) {
		String code = fields.requiredText("period");
		Optional<Period> period = Period.parse(code);
		if (period.isEmpty() && !code.isEmpty()) {
			fields.fault("period", "period",
					Text.format("“%s”不是报告期，应如 2024-Q3", "\"%s\" is no period like 2024-Q3", code));
		}
		return period;
	}

}
