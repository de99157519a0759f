package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What one section of a spreadsheet's number format makes of a number, as far as it
 * changes what a reader takes the number for.
 *
 * @param kind whether the number is shown as a moment
 * @param percents how often it is shown times 100
 * @param thousands how often it is shown divided by 1,000
 * @param literal the letters and signs that are shown beside the digits
 * @param broken whether letters or signs stand between the digits, as in {@code 0\.0,}
 * @param seen what is seen of the number
 */
record NumberFormat(Kind kind, int percents, int thousands, String literal, boolean broken, Seen seen) {

	/** What a number with a format is. */
	enum Kind {

		NUMBER, DAY, MONTH, TIME

	}

	/**
	 * What is seen of a number: all of it; its digits without its minus; neither; or a
	 * word for a direction that it does not have.
	 */
	enum Seen {

		ALL, NO_MINUS, NOTHING, OTHER_DIRECTION

	}

	/**
	 * Shown as days and times by Excel without any code in the file: those of all
	 * countries, then of China, Taiwan, Japan and Korea, then of Thailand.
	 */
	private static final Set<Integer> MOMENTS = numbers(14, 22, 27, 36, 45, 47, 50, 58, 71, 81);

	private static final Set<Integer> TIMES = numbers(18, 21, 32, 35, 45, 47, 55, 56, 75, 76, 78, 80);

	private static final Set<Integer> MONTHS = Set.of(17, 27, 36, 50, 52, 57);

	private static final Pattern GENERAL = Pattern.compile("(?i)G/\\p{L}{1,6}|general|standard|常规");

	private static final Pattern CONDITION = Pattern.compile("\\[([<>=]{1,2})(-?[0-9.]{1,20})\\]");

	private static final Pattern DOWN = Pattern.compile("下降|减少|降低|负|[↓▼]");

	private static final Pattern UP = Pattern.compile("增长|增加|上升|提高|[↑▲]");

	private static final Pattern MINUS = Pattern.compile("[-(（－−‐–—]");

	private static final NumberFormat PLAIN = new NumberFormat(Kind.NUMBER, 0, 0, "", false, Seen.ALL);

	/**
	 * Reads a format for a number.
	 * @param id the format's number in the file
	 * @param code the format's code, empty where the file gives none
	 */
	static NumberFormat of(int id, String code, double value) {
		if (code.isEmpty()) {
			return MOMENTS.contains(id) ? moment(moment(id)) : PLAIN;
		}
		return read(section(code, value), value, FormatParts.sections(code));
	}

	private static NumberFormat moment(Kind kind) {
		return new NumberFormat(kind, 0, 0, "", false, Seen.ALL);
	}

	boolean isMoment() {
		return this.kind != Kind.NUMBER;
	}

	/** Whether what is seen is another number than what is stored. */
	boolean isScaled() {
		return this.thousands > 0 || this.broken || this.percents > 1;
	}

	private static Kind moment(int id) {
		return TIMES.contains(id) ? Kind.TIME : MONTHS.contains(id) ? Kind.MONTH : Kind.DAY;
	}

	private static Set<Integer> numbers(int... bounds) {
		return IntStream.range(0, bounds.length / 2)
			.flatMap((pair) -> IntStream.rangeClosed(bounds[2 * pair], bounds[2 * pair + 1]))
			.boxed()
			.collect(java.util.stream.Collectors.toUnmodifiableSet());
	}

	/** The section that is used for a value, by its conditions or by its sign. */
	private static String section(String code, double value) {
		List<String> sections = FormatParts.sections(code);
		List<String> conditional = sections.stream().filter((part) -> CONDITION.matcher(part).find()).toList();
		if (!conditional.isEmpty()) {
			List<String> others = new ArrayList<>(sections);
			others.removeAll(conditional);
			return conditional.stream()
				.filter((part) -> holds(part, value))
				.findFirst()
				.orElse(others.isEmpty() ? sections.getLast() : others.getLast().contains("@") && others.size() > 1
						? others.get(others.size() - 2) : others.getLast());
		}
		int index = (value < 0) ? 1 : (value == 0) ? 2 : 0;
		return (index < Math.min(sections.size(), 3)) ? sections.get(index) : sections.getFirst();
	}

	private static boolean holds(String section, double value) {
		Matcher condition = CONDITION.matcher(section);
		if (!condition.find()) {
			return false;
		}
		try {
			int order = Double.compare(value, Double.parseDouble(condition.group(2)));
			String sign = condition.group(1);
			return (order < 0 && sign.contains("<")) || (order > 0 && sign.contains(">"))
					|| (order == 0 && sign.contains("=") && !sign.contains("<>"));
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private static NumberFormat read(String section, double value, List<String> sections) {
		FormatParts parts = FormatParts.of(GENERAL.matcher(section).replaceAll("0"));
		Kind kind = kind(parts.codes());
		if (kind != Kind.NUMBER) {
			return moment(kind);
		}
		int percents = (int) parts.codes().chars().filter((character) -> character == '%').count();
		return new NumberFormat(kind, percents, thousands(parts.codes()), parts.literal(), parts.broken(),
				seen(parts, value, sections));
	}

	/** The second of several sections shows what is below 0, and its own minus only. */
	private static Seen seen(FormatParts parts, double value, List<String> sections) {
		boolean ofNegatives = value < 0 && sections.size() > 1
				&& sections.stream().noneMatch((section) -> CONDITION.matcher(section).find());
		boolean down = DOWN.matcher(parts.literal()).find();
		if ((down && !ofNegatives) || (value < 0 && UP.matcher(parts.literal()).find())) {
			return Seen.OTHER_DIRECTION;
		}
		if (parts.codes().chars().noneMatch((character) -> "0#?@".indexOf(character) >= 0)) {
			return Seen.NOTHING;
		}
		return (ofNegatives && !down && !MINUS.matcher(parts.literal()).find()) ? Seen.NO_MINUS : Seen.ALL;
	}

	/** Letters of a date outside of quotes; an E before a sign is an exponent. */
	private static Kind kind(String codes) {
		String letters = codes.toLowerCase(Locale.ROOT).replaceAll("e[+-]", "");
		boolean day = letters.contains("d") || letters.contains("aaa");
		boolean year = letters.matches("(?s).*[yge].*");
		boolean month = letters.contains("m");
		boolean time = letters.matches("(?s).*[hs].*") || letters.contains("am/pm") || letters.contains("上午/下午");
		if (day || (year && !month)) {
			return Kind.DAY;
		}
		if (time) {
			return year ? Kind.DAY : Kind.TIME;
		}
		return month ? (year ? Kind.MONTH : Kind.DAY) : Kind.NUMBER;
	}

	/** Commas right behind the last digit, or right before the decimal point. */
	private static int thousands(String codes) {
		Matcher commas = Pattern.compile("[0#?](,{1,20})(?=[^0#?,]|$)").matcher(codes);
		int most = 0;
		while (commas.find()) {
			most = Math.max(most, commas.group(1).length());
		}
		return most;
	}

}
