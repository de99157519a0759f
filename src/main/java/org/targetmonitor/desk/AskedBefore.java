package org.targetmonitor.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.submission.Asked;
import org.targetmonitor.submission.Figure;

/**
 * Which doubts the page of a row has shown, and what its note was when each was shown
 * first: a note answers what was there before it was written. Kept in the page as text,
 * such as {@code value/far:0 level/unit-slip:1f3a}.
 *
 * @param notes the mark of the note, by field and rule of the doubt
 */
public record AskedBefore(Map<String, String> notes) {

	/** Stands for a doubt that was answered when it was first shown. */
	private static final String ANSWERED = "-";

	public AskedBefore {
		notes = Map.copyOf(notes);
	}

	static AskedBefore read(String text) {
		return new AskedBefore(Arrays.stream(text.split(" "))
			.filter((one) -> one.matches("[a-z-]+/[a-z-]+:[0-9a-f-]+"))
			.map((one) -> one.split(":"))
			.collect(Collectors.toMap((one) -> one[0], (one) -> one[1], (first, second) -> first)));
	}

	/**
	 * What the rows of a form were asked about; who sends none of it, as a page without
	 * these fields, is told every doubt at once.
	 */
	public static Asked of(Map<String, Typed> rows) {
		return (figure, doubt) -> {
			String text = rows.getOrDefault(figure.indicator(), Typed.NOTHING).fields().get(Typed.ASKED);
			return text == null || read(text).isAnsweredBy(figure, doubt);
		};
	}

	private boolean isAnsweredBy(Figure figure, Fault doubt) {
		String then = this.notes.get(key(doubt));
		return then != null && !then.equals(mark(figure.note()));
	}

	/** What is kept once these doubts are shown beside a row. */
	public static Typed shown(Typed typed, List<Fault> open, List<Fault> explained) {
		AskedBefore before = read(typed.of(Typed.ASKED));
		Map<String, String> now = new LinkedHashMap<>();
		open.forEach((doubt) -> now.put(key(doubt), before.notes.getOrDefault(key(doubt), mark(typed.of(Typed.NOTE)))));
		explained.forEach((doubt) -> now.put(key(doubt), before.notes.getOrDefault(key(doubt), ANSWERED)));
		return typed.with(Typed.ASKED,
				now.entrySet()
					.stream()
					.map((one) -> one.getKey() + ":" + one.getValue())
					.collect(Collectors.joining(" ")));
	}

	private static String key(Fault doubt) {
		return doubt.field() + "/" + doubt.rule();
	}

	private static String mark(@Nullable String note) {
		return (note == null) ? "0" : Integer.toHexString(note.strip().hashCode());
	}

}
