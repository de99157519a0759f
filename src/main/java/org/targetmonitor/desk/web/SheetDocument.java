package org.targetmonitor.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

import org.targetmonitor.input.Node;
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

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private SheetDocument() {
	}

	/** The document as it travels through the page. */
	static String write(Period period, List<Map<String, String>> figures) {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("period", period.toString());
		document.put("figures", figures);
		return JSON.writeValueAsString(document);
	}

	static Node read(String document) {
		return JsonTree.read(document.getBytes(StandardCharsets.UTF_8));
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
		Node.Mapping result = mapping.with("figures", new Node.Sequence(completed, 0))
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
