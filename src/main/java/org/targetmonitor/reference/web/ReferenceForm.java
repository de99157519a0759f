package org.targetmonitor.reference.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceRow;

/**
 * One reference figure as it is typed.
 *
 * @param values what stands in each field
 * @param faults what is wrong, by field; what is of none stands under the empty name
 */
public record ReferenceForm(Map<String, String> values, Map<String, Text> faults) {

	static final String REASON = "reason";

	static ReferenceForm blank() {
		return new ReferenceForm(Map.of(), Map.of());
	}

	/** For a correction: as the figure stands now. */
	static ReferenceForm of(ReferenceFigure figure) {
		ReferenceFigure.Place place = figure.place();
		Map<String, String> values = new LinkedHashMap<>();
		values.put("area", place.area());
		values.put("area-name", Objects.requireNonNullElse(figure.areaName(), ""));
		values.put("indicator", place.indicator());
		values.put("measure", place.measure().key());
		values.put("unit", figure.unit());
		values.put("period", place.period().toString());
		values.put("value", Numbers.plain(figure.value()));
		values.put("status", figure.status().name());
		values.put("origin", figure.origin());
		values.put("published", figure.published().toString());
		values.put("replaces", Integer.toString(figure.number()));
		return new ReferenceForm(values, Map.of());
	}

	/** What somebody typed; other parameters are passed over. */
	static ReferenceForm typed(Map<String, String> parameters) {
		Map<String, String> values = new LinkedHashMap<>(parameters);
		values.keySet().removeIf((key) -> !ReferenceRow.FIELDS.contains(key) && !key.equals(REASON));
		return new ReferenceForm(values, Map.of());
	}

	ReferenceForm with(List<Fault> found) {
		Map<String, Text> by = new LinkedHashMap<>();
		found.forEach((fault) -> by.merge(isField(fault.field()) ? fault.field() : "", fault.reason(),
				(one, other) -> Text.format("%s；%s", "%s; %s", one, other)));
		return new ReferenceForm(this.values, by);
	}

	private static boolean isField(String field) {
		return field.equals(REASON) || (ReferenceRow.FIELDS.contains(field) && !field.equals("replaces"));
	}

	ReferenceRow.Reading reading() {
		Map<String, Node> entries = new LinkedHashMap<>();
		this.values.forEach((field, text) -> {
			if (!field.equals(REASON) && !text.isBlank()) {
				entries.put(field, new Node.Scalar(text.strip(), 0));
			}
		});
		ReferenceRow.Reader reader = ReferenceRow.Reader.ofTyped();
		reader.accept(new Node.Mapping(entries, 0));
		return reader.reading();
	}

	/** What stands in a field. */
	public String get(String field) {
		return this.values.getOrDefault(field, "");
	}

	/** Whether a figure is corrected that stands there. */
	public boolean corrects() {
		return !get("replaces").isEmpty();
	}

}
