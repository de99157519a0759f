package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Finds the period that a text names, in every usual way of writing one. What looks like
 * one and is not understood is told, so that it can be asked about.
 *
 * @param mark the period
 * @param unclear whether something else is written there that looks like one
 * @param years the years that are written, with or without more
 */
record PeriodText(Optional<PeriodMark> mark, boolean unclear, List<Integer> years) {

	/** Longer texts are read up to here. */
	private static final int LONGEST = 500;

	/** The date on which a sheet was made says nothing of its period. */
	private static final Pattern MADE = Pattern
		.compile("(时间|日期|制表|填表|打印|期限|截止)[^:]{0,10}:|^.{0,10}(时间|日期|期限|date|time)$");

	private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?=年|$|[^\\d年.-])");

	/** Beside a figure of this year stands one of the year before. */
	private static final Pattern COMPARED = Pattern.compile("(上年|去年|同期|上年度|lastyear'?s?|比)$");

	private static final Pattern LOOKS_LIKE_ONE = Pattern
		.compile("\\d个?季|季\\d|\\d{1,2}月|\\d个月|半年|\\d旬|第\\d{1,2}周|q\\d|\\dq|quarter\\d|\\d(st|nd|rd|th)quarter"
				+ "|(?<![a-z])(" + PeriodDays.NAMES + ")[-']\\d\\d(?!\\d)|(?<!\\d)\\d\\d-(" + PeriodDays.NAMES
				+ ")(?![a-z])|\\d年1-1?\\d(?![\\d日号项条章])|\\d-1?\\d/(19|20)\\d\\d(?!\\d)");

	private static final PeriodText NONE = new PeriodText(Optional.empty(), false, List.of());

	/**
	 * Whether a text is the label of a date, or of a person or office that made the
	 * sheet.
	 */
	static boolean isOfMaking(String text) {
		return MADE.matcher(Foldings.key(text)).find();
	}

	/** Without what is only suspected. */
	PeriodText certain() {
		return new PeriodText(this.mark, false, this.years);
	}

	/** Reads a title, or a heading. */
	static PeriodText in(String text) {
		String given = text.substring(0, Math.min(text.length(), LONGEST));
		return isOfMaking(given) ? NONE : read(PeriodSpelling.plain(given));
	}

	/** Reads a cell that has to hold a period and nothing else: there a year is one. */
	static PeriodText only(String text) {
		String plain = PeriodSpelling.plain(text.substring(0, Math.min(text.length(), LONGEST)));
		PeriodText found = read(plain);
		boolean year = found.mark.isEmpty() && plain.matches("((19|20)\\d\\d)(年|年度|全年)?");
		if (year) {
			return new PeriodText(Optional.of(new PeriodMark(Integer.valueOf(plain.substring(0, 4)), 12)), false,
					found.years);
		}
		return new PeriodText(found.mark, found.mark.isEmpty() && !plain.isEmpty(), found.years);
	}

	private static PeriodText read(String plain) {
		List<PeriodSpelling.Span> spans = PeriodSpelling.spans(plain)
			.stream()
			.filter((span) -> !COMPARED.matcher(plain.substring(0, span.start())).find())
			.collect(Collectors.toCollection(ArrayList::new));
		if (spans.size() > 1) {
			// The year's indicators of another period
			spans.removeIf((span) -> plain.substring(span.start(), span.end()).endsWith("年度"));
		}
		List<Integer> years = years(plain);
		boolean odd = spans.isEmpty() ? LOOKS_LIKE_ONE.matcher(plain).find()
				: spans.stream().anyMatch((span) -> span.months() == 0);
		if (spans.isEmpty() || odd) {
			return new PeriodText(Optional.empty(), odd, years);
		}
		List<PeriodMark> marks = spans.stream().map((span) -> mark(plain, span)).distinct().toList();
		return told(marks, years);
	}

	/** Of several years the last one is meant, and of it only one period may be named. */
	private static PeriodText told(List<PeriodMark> marks, List<Integer> years) {
		Comparator<PeriodMark> byYear = Comparator.comparing((mark) -> Objects.requireNonNullElse(mark.year(), 0));
		PeriodMark last = marks.stream().max(byYear).orElseThrow();
		boolean several = marks.stream()
			.anyMatch((mark) -> Objects.equals(mark.year(), last.year()) && mark.monthsEnded() != last.monthsEnded());
		return new PeriodText(several ? Optional.empty() : Optional.of(last), several, years);
	}

	private static PeriodMark mark(String plain, PeriodSpelling.Span span) {
		return new PeriodMark((span.year() != null) ? span.year() : nearest(plain, span), span.months());
	}

	/** The last year before it, else the first one behind it. */
	private static @Nullable Integer nearest(String plain, PeriodSpelling.Span span) {
		Integer before = null;
		Matcher year = YEAR.matcher(plain);
		while (year.find()) {
			if (year.start() > span.start() && before != null) {
				break;
			}
			before = Integer.valueOf(year.group(1));
			if (year.start() > span.start()) {
				break;
			}
		}
		return before;
	}

	private static List<Integer> years(String plain) {
		List<Integer> years = new ArrayList<>();
		Matcher year = YEAR.matcher(plain);
		while (year.find()) {
			years.add(Integer.valueOf(year.group(1)));
		}
		return years;
	}

}
