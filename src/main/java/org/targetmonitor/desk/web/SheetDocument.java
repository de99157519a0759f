package org.targetmonitor.desk.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.sheet.Sheets;

/**
 * A sheet as the document that the API takes: what is read, previewed and confirmed is
 * one and the same.
 */
final class SheetDocument {

	private static final String INDICATOR = "indicator";

	private static final String ROWS = "rows";

	private static final String REMARKS = "remarks";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private SheetDocument() {
	}

	/** What the API takes of these figures. */
	static String write(Period period, List<Map<String, String>> figures) {
		return JSON.writeValueAsString(document(period, figures));
	}

	/** The same with all else that was read, so that the preview can be shown again. */
	static String write(Period period, List<Map<String, String>> figures, Sheets.Reading reading) {
		Set<String> handedIn = figures.stream()
			.map((figure) -> figure.getOrDefault(INDICATOR, ""))
			.collect(Collectors.toSet());
		Map<String, Object> document = document(period, figures);
		document.put(ROWS, reading.rows().stream().map((row) -> {
			Map<String, Object> kept = new LinkedHashMap<>();
			kept.put("line", String.valueOf(row.line()));
			kept.put(INDICATOR, row.target().indicator());
			kept.put("cells", row.cells());
			kept.put(REMARKS, row.remarks().stream().map((remark) -> said(remark.cell(), remark.words())).toList());
			if (!handedIn.contains(row.target().indicator())) {
				kept.put("fields", row.fields());
			}
			return kept;
		}).toList());
		document.put(REMARKS, reading.remarks().stream().map((remark) -> said("", remark)).toList());
		return JSON.writeValueAsString(document);
	}

	private static Map<String, Object> document(Period period, List<Map<String, String>> figures) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("period", period.toString());
		document.put("figures", figures);
		return document;
	}

	private static Map<String, String> said(String cell, Text words) {
		return Map.of("cell", cell, "zh", words.zh(), "en", words.en());
	}

	static Node read(String document) {
		return JsonTree.read(document);
	}

	/**
	 * The document with what was typed beside the preview.
	 * @param answers the reason, the kind of revision and notes by {@code note.} and the
	 * indicator
	 */
	static Node completed(String document, Period period, Figures known, Map<String, String> answers) {
		Node read = read(document);
		if (!(read instanceof Node.Mapping mapping)
				|| !(mapping.entries().get("figures") instanceof Node.Sequence figures)) {
			return read;
		}
		List<Node> completed = new ArrayList<>();
		for (Node figure : figures.items()) {
			completed.add((figure instanceof Node.Mapping fields) ? completed(fields, period, known, answers) : figure);
		}
		Node.Mapping result = mapping.without(ROWS)
			.without(REMARKS)
			.with("figures", new Node.Sequence(completed, 0))
			.with("period", scalar(period.toString()));
		return answer(answers, "reason").map((reason) -> result.with("reason", scalar(reason))).orElse(result);
	}

	private static Node completed(Node.Mapping figure, Period period, Figures known, Map<String, String> answers) {
		String indicator = (figure.entries().get("indicator") instanceof Node.Scalar code) ? code.text() : "";
		Node.Mapping noted = answer(answers, "note." + indicator).map((note) -> figure.with("note", scalar(note)))
			.orElse(figure);
		boolean approved = known.approved(indicator).containsKey(period);
		return answer(answers, "kind").filter((kind) -> approved)
			.map((kind) -> noted.with("kind", scalar(kind)))
			.orElse(noted);
	}

	/**
	 * The rows of a document that was not taken, to be previewed again beside what is
	 * there now. What it replaces and the kind of revision are asked anew.
	 */
	static Sheets.Reading reading(Node document, Plan plan) {
		List<Sheets.Row> rows = new ArrayList<>();
		if (document instanceof Node.Mapping mapping
				&& mapping.entries().get("figures") instanceof Node.Sequence figures) {
			for (Node figure : figures.items()) {
				Map<String, String> fields = texts(figure);
				fields.remove("replaces");
				fields.remove("kind");
				plan.target(fields.getOrDefault("indicator", ""))
					.ifPresent((target) -> rows
						.add(new Sheets.Row(rows.size() + 1, target, fields, Map.of(), List.of(), List.of())));
			}
		}
		return new Sheets.Reading(rows, List.of(), List.of());
	}

	/** What was read from the sheet, out of what was kept of it. */
	static Sheets.Reading kept(String document, Plan plan) {
		Node read = read(document);
		Map<String, Sheets.Row> handedIn = reading(read, plan).rows()
			.stream()
			.collect(Collectors.toMap((row) -> row.target().indicator(), (row) -> row));
		List<Sheets.Row> rows = new ArrayList<>();
		for (Node row : items(read, ROWS)) {
			String indicator = texts(row).getOrDefault(INDICATOR, "");
			Map<String, String> fields = handedIn.containsKey(indicator) ? handedIn.get(indicator).fields()
					: texts(entry(row, "fields"));
			List<Sheets.Remark> remarks = items(row, REMARKS).stream()
				.map((remark) -> new Sheets.Remark(texts(remark).getOrDefault("cell", ""), words(remark)))
				.toList();
			plan.target(indicator)
				.ifPresent((target) -> rows.add(new Sheets.Row(Integer.parseInt(texts(row).getOrDefault("line", "0")),
						target, fields, texts(entry(row, "cells")), List.of(), remarks)));
		}
		return new Sheets.Reading(rows, List.of(), items(read, REMARKS).stream().map(SheetDocument::words).toList());
	}

	private static Text words(Node said) {
		return new Text(texts(said).getOrDefault("zh", ""), texts(said).getOrDefault("en", ""));
	}

	private static Node entry(Node node, String key) {
		Node found = (node instanceof Node.Mapping mapping) ? mapping.entries().get(key) : null;
		return (found != null) ? found : new Node.Nothing(0);
	}

	private static List<Node> items(Node node, String key) {
		return (entry(node, key) instanceof Node.Sequence sequence) ? sequence.items() : List.of();
	}

	private static Map<String, String> texts(Node figure) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (figure instanceof Node.Mapping fields) {
			fields.entries().forEach((name, value) -> {
				if (value instanceof Node.Scalar scalar) {
					texts.put(name, scalar.text());
				}
			});
		}
		return texts;
	}

	private static Optional<String> answer(Map<String, String> answers, String name) {
		return Optional.ofNullable(answers.get(name)).map(String::strip).filter((text) -> !text.isEmpty());
	}

	private static Node.Scalar scalar(String text) {
		return new Node.Scalar(text, 0);
	}

}
