package org.targetmonitor.desk.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.targetmonitor.desk.Typed;
import org.targetmonitor.input.Digests;
import org.targetmonitor.input.Fields;
import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Submissions;

/** Reads the fields of the form: {@code gdp.value}, {@code gdp.level} and so on. */
final class TypedRows {

	private static final List<String> FIELDS = Stream
		.concat(Stream.of(Typed.VALUE, Typed.LEVEL, Typed.QUARTER, Typed.STATUS, Typed.KIND, Typed.REPLACES,
				Typed.ASKED), Detail.all().map(Detail::key))
		.toList();

	private static final String VERSION = "version.";

	/** What is too long is refused, not cut; beyond this nothing was typed by hand. */
	private static final int LONGEST = 2 * Fields.LONGEST_TEXT;

	private TypedRows() {
	}

	/** What was typed, by indicator; whose indicators these are is not asked here. */
	static Map<String, Typed> of(Map<String, String> parameters) {
		Map<String, Typed> rows = new LinkedHashMap<>();
		parameters.forEach((name, text) -> {
			int dot = name.indexOf('.');
			String field = name.substring(dot + 1);
			if (dot > 0 && FIELDS.contains(field)) {
				String indicator = name.substring(0, dot);
				rows.put(indicator, rows.getOrDefault(indicator, Typed.NOTHING).with(field, printable(text)));
			}
		});
		return rows;
	}

	/** The drafts that were typed over, by department. */
	static Map<String, FillPage.Seen> seen(Map<String, String> parameters) {
		Map<String, FillPage.Seen> drafts = new LinkedHashMap<>();
		parameters.forEach((name, text) -> {
			if (name.startsWith(VERSION)) {
				FillPage.Seen.of(text).ifPresent((seen) -> drafts.put(name.substring(VERSION.length()), seen));
			}
		});
		return drafts;
	}

	/**
	 * The same form sent twice is handed in once; sent again with other figures, it is
	 * another one.
	 */
	static Submissions.IdempotencyKey key(Map<String, String> parameters, String plan, Period period,
			Map<String, Typed> rows) {
		Map<String, Map<String, String>> sorted = new TreeMap<>();
		rows.forEach((indicator, typed) -> {
			Map<String, String> fields = new TreeMap<>(typed.fields());
			fields.remove(Typed.ASKED);
			sorted.put(indicator, fields);
		});
		String digest = Digests.sha256(plan + " " + period + " " + sorted);
		String form = parameters.getOrDefault("form", "");
		String known = form.matches("[0-9a-f-]{36}") ? form : "";
		return new Submissions.IdempotencyKey("form:" + known + ":" + digest, digest);
	}

	private static String printable(String text) {
		// A form sends every line break as two characters, which would make a text too
		// long
		String printable = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\r\t]]", "");
		return printable.substring(0, Math.min(printable.length(), LONGEST));
	}

}
