package org.targetmonitor.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.targetmonitor.submission.Detail;

/**
 * What was typed for one indicator, field by field, exactly as typed.
 *
 * @param fields the text by field: {@link #VALUE} and the others
 */
public record Typed(Map<String, String> fields) {

	/** The growth rate, or whatever the indicator's value is. */
	public static final String VALUE = "value";

	/** The quantity beside a rate. */
	public static final String LEVEL = "level";

	/** The value of the single quarter. */
	public static final String QUARTER = "quarter-value";

	/** How firm the figure is, or why there is none. */
	public static final String STATUS = "status";

	/** An explanation. */
	public static final String NOTE = Detail.NOTE.key();

	/** Which doubts were shown beside it: see {@link AskedBefore}. */
	public static final String ASKED = "asked";

	/** What kind of revision it is. */
	public static final String KIND = "kind";

	/** The revision that was on the page when it was typed. */
	public static final String REPLACES = "replaces";

	/** Nothing typed. */
	public static final Typed NOTHING = new Typed(Map.of());

	public Typed {
		fields = Map.copyOf(fields);
	}

	/** The text of a field without blanks around it; empty where nothing was typed. */
	public String of(String field) {
		return this.fields.getOrDefault(field, "").strip();
	}

	/**
	 * Whether there is anything to hand in: a number, a sentence, an explanation, or that
	 * there is no figure. Status and source stand there from the beginning.
	 */
	public boolean isFilled() {
		return saysNotAvailable() || saying().anyMatch((field) -> !of(field).isEmpty());
	}

	/** The fields that say something by themselves. */
	public static Stream<String> saying() {
		return Stream.concat(Stream.of(VALUE, LEVEL, QUARTER, NOTE),
				Detail.all().filter(Detail::isStated).map(Detail::key));
	}

	/** Whether it says that there is no figure. */
	public boolean saysNotAvailable() {
		return of(STATUS).equals("L") || of(STATUS).equals("M");
	}

	/** The same with another text in one field. */
	public Typed with(String field, String text) {
		Map<String, String> changed = new LinkedHashMap<>(this.fields);
		changed.put(field, text);
		return new Typed(changed);
	}

}
