package org.targetmonitor.submission;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.targetmonitor.input.Days;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Entry;

/**
 * What a figure may say beside its number. Form, sheet, API, ledger, chain, export,
 * review and history go through this list, so that another one is added here.
 */
public enum Detail {

	/** Where it comes from. */
	ORIGIN(Kind.LINE, new Text("来源", "origin"), Text.same(""), false),
	/**
	 * An explanation; with "not available" the reason. It belongs to its own revision.
	 */
	NOTE(Kind.TEXT, new Text("说明", "note"), Text.same(""), false),
	/** How things stand; of tasks and commitments. */
	STATEMENT(Kind.TEXT, new Text("进展情况", "statement"), new Text("一句话", "a sentence"), true),
	/** A link to evidence of that. */
	EVIDENCE(Kind.LINK, new Text("佐证链接", "evidence"), new Text("选填，http开头", "a link, optional"), true),
	/** The day the figure came out. */
	PUBLISHED(Kind.DAY, new Text("发布日期", "published"), new Text("选填，如2024-10-18", "optional, as 2024-10-18"), false),
	/**
	 * The result as it was published without an exact number (超3000亿元), in place of a
	 * value; where people type, it stands where the number would.
	 */
	EXTENT(Kind.LINE, new Text("公布的说法", "as published"), Text.same(""), false);

	/** What is written in it. */
	public enum Kind {

		/** Some words on one line. */
		LINE(18, "text"),
		/** Some sentences. */
		TEXT(32, "text"),
		/** A whole address on the web. */
		LINK(26, "url"),
		/** A day of the calendar, kept as ISO 8601 has it. */
		DAY(14, "text");

		private final int width;

		private final String field;

		Kind(int width, String field) {
			this.width = width;
			this.field = field;
		}

		/** The type of a field for it in a form. */
		public String field() {
			return this.field;
		}

		/** How many characters wide a column for it is. */
		public int width() {
			return this.width;
		}

	}

	private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?");

	private final Kind kind;

	private final Text words;

	private final Text hint;

	private final boolean stated;

	Detail(Kind kind, Text words, Text hint, boolean stated) {
		this.kind = kind;
		this.words = words;
		this.hint = hint;
		this.stated = stated;
	}

	/** Its key in a submission, and the name of its field and column. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What is written in it. */
	public Kind kind() {
		return this.kind;
	}

	/** What it is called within a sentence. */
	public Text words() {
		return this.words;
	}

	/** What it is called above a column or before a colon. */
	public Text heading() {
		return new Text(this.words.zh(),
				this.words.en().substring(0, 1).toUpperCase(Locale.ROOT) + this.words.en().substring(1));
	}

	/** The same where it is to be filled in. */
	public Text label() {
		return this.hint.zh().isEmpty() ? heading() : Text.format("%s（%s）", "%s (%s)", heading(), this.hint);
	}

	/** Whether it may well be left out, so that a form folds it away. */
	public boolean isOptional() {
		return !this.stated && !this.hint.zh().isEmpty();
	}

	/** Whether only what is told in words has it: tasks and commitments. */
	public boolean isStated() {
		return this.stated;
	}

	/** Whether figures of an entry may have it. */
	public boolean isOf(Entry entry) {
		return switch (this) {
			case EXTENT -> entry.takesValue() && !entry.takesStatement();
			default -> !this.stated || entry.takesStatement();
		};
	}

	/** Whether people type it where the number would stand, in no field of its own. */
	public boolean isInPlaceOfValue() {
		return this == EXTENT;
	}

	/**
	 * Whether facts were sealed before it was there, so that one without it seals as it
	 * did.
	 */
	public boolean cameLater() {
		return this != ORIGIN && this != NOTE;
	}

	/**
	 * A text of it as it is kept: of a day, however its parts are kept apart, ISO 8601.
	 */
	public String kept(String text) {
		Matcher day = DAY.matcher(text);
		return (this.kind == Kind.DAY && day.matches())
				? "%s-%2s-%2s".formatted(day.group(1), day.group(2), day.group(3)).replace(' ', '0') : text;
	}

	/**
	 * What is wrong with a text of it, with the rule's name.
	 * @param from the first day on which the figure could be known
	 */
	Optional<Fault> fault(String text, LocalDate from, LocalDate today) {
		return switch (this.kind) {
			case LINE, TEXT -> Optional.empty();
			case LINK -> isLink(text) ? Optional.empty()
					: Optional.of(Fault.of("", key(), "link",
							Text.format("%s应是 http:// 或 https:// 开头的完整网址，网址中不含用户名（@）",
									"%s is a whole address that begins with http:// or https:// and names no user (@)",
									this.words)));
			case DAY -> dayFault(text, from, today);
		};
	}

	private Optional<Fault> dayFault(String text, LocalDate from, LocalDate today) {
		Optional<LocalDate> day = Days.read(text);
		if (day.isEmpty()) {
			return Optional.of(Fault.of("", key(), "day",
					Text.format("“%s”不是日期，应如 2024-10-18", "\"%s\" is no day like 2024-10-18", text)));
		}
		return (day.get().isBefore(from) || day.get().isAfter(today)) ? Optional.of(Fault.of("", key(), "day",
				Text.format("%s应在%s及以后、今天及以前，填的是%s", "%s is a day from %s to today, not %s", this.words, from, text)))
				: Optional.empty();
	}

	/** Whoever is named before an @ would be taken for the host by who reads it. */
	static boolean isLink(String text) {
		try {
			URI uri = new URI(text);
			return uri.getHost() != null && uri.getRawUserInfo() == null
					&& ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

	/** All of them, in the order in which they are written and read. */
	public static Stream<Detail> all() {
		return Arrays.stream(values());
	}

}
