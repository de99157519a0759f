package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** The ways in which periods are written, in Chinese, in English and as codes. */
final class PeriodSpelling {

	private static final String TO = "(?:至|到|-|~|to|through|until|thru){1,2}";

	private static final String MONTH = PeriodDays.MONTH;

	private static final String NAMES = PeriodDays.NAMES;

	private static final String CENTURY = PeriodDays.CENTURY;

	/** English puts the year last, where its blank is all that keeps it from a number. */
	private static final Pattern YEAR_LAST = Pattern
		.compile("(?<![a-z])(q|quarter|h|s|m)\\s?(1[0-2]|0?[1-9])[\\s,/-]{1,3}(?:of\\s)?(" + CENTURY + ")(?!\\d)");

	/** 2024 3Q, whose blank is all that keeps the year from the number, too. */
	private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)(" + CENTURY + ")\\s(?=[1-4]q(?![a-z]))");

	/** 3Q24, Q3'24, 1H24, 9M24: the year in two digits right behind. */
	private static final Pattern SHORT = Pattern
		.compile("(?<![\\da-z./-])(?:([qh])([1-4])|([1-4])([qh])|(1[0-2]|[1-9])(m))(?:[\\s'’/-]{0,3}(" + CENTURY
				+ ")|['’/-]?(\\d\\d))(?![\\d年季月])");

	/** 24Q3. */
	private static final Pattern SHORT_BEFORE = Pattern.compile("(?<![\\d.])(\\d\\d)(?=-?q[1-4](?!\\d))");

	private static final Pattern MONTH_FIRST = Pattern
		.compile("(?<![\\d./-])" + MONTH + "[./](" + CENTURY + ")(?![\\d./])");

	private static final Pattern CHINESE_YEAR = Pattern.compile("([二一][〇零○o0一二三四五六七八九]{3})(?=年|$|-|前|第|上半)");

	private static final Pattern CHINESE_NUMBER = Pattern
		.compile("(?:十[一二]?|[一二三四五六七八九两])(?=月|个月|个?季|[、至到~-])|(?<=[至到~、-])(?:十[一二]?|[一二三四五六七八九])(?=月|季)");

	private static final String DIGITS = "〇一二三四五六七八九";

	/** The year that may stand before what follows it. */
	private static final String YEAR = "(?:(?<!\\d)(?<year>(?:19|20)\\d\\d|\\d\\d(?=年))(?:年度?|[-./_])?的?)?";

	/** The year's, and that of the words themselves. */
	private static final int GROUPS_OF_ALL = 2;

	/** From the longest to the shortest, for none may take a part of another. */
	private static final List<Spelling> SPELLINGS = List.of(
			new Spelling("第?(?<!\\d)(\\d)季?度?(?:、第?\\d季?度?){0,2}(?:、|" + TO + ")第?(\\d)季度?", PeriodSpelling::quarters),
			new Spelling("前(\\d)个?季度?", (found) -> quarter(found.get(0))),
			new Spelling("(?<!\\d)" + MONTH + "月?份?(?:、|" + TO + ")" + MONTH + "月", PeriodSpelling::months),
			// 2024.1-9, 2024年1-9, 202401-09: the first month alone would be another
			// period
			new Spelling("(?<=(?<!\\d)" + CENTURY + "[./_年])" + MONTH + TO + MONTH + "(?![\\d.%日号项条个])",
					PeriodSpelling::months),
			new Spelling("(?<=(?<!\\d)" + CENTURY + ")(0[1-9]|1[0-2])" + TO + "(0[1-9]|1[0-2])(?!\\d)",
					PeriodSpelling::months),
			new Spelling("前" + MONTH + "个?月", (found) -> Integer.parseInt(found.get(0))),
			new Spelling("(" + NAMES + ")\\.?" + TO + "(" + NAMES + ")", PeriodSpelling::namedMonths),
			new Spelling("first(two|three|four|\\d)quarters", (found) -> 3 * word(found.get(0))),
			new Spelling(
					"(?:first)?(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?<!\\d)\\d{1,2})months(?!to(?:"
							+ NAMES + "))",
					(found) -> word(found.get(0))),
			new Spelling("(first|second|third|fourth|1st|2nd|3rd|4th)quarter", (found) -> 3 * word(found.get(0))),
			new Spelling("quarter(\\d)(?!\\d)", (found) -> quarter(found.get(0))),
			new Spelling("第?(?<!\\d)(\\d)季(?:度|报|(?!节))", (found) -> quarter(found.get(0))),
			new Spelling("q(\\d)" + TO + "q?(\\d)(?!\\d)", PeriodSpelling::quarters),
			new Spelling("(?<=(?:19|20)\\d\\d[-./_]?)m(1[0-2]|0?[1-9])(?!\\d)",
					(found) -> Integer.parseInt(found.get(0))),
			new Spelling("q(\\d)(?!\\d)", (found) -> quarter(found.get(0))),
			new Spelling("(?<![\\d.])(\\d)q(?![a-z])", (found) -> quarter(found.get(0))),
			new Spelling(
					"上半年|年中(?:期|报|$)|半年度|半年报|firsthalf|half-?year(?:ly)?|(?<![a-z])h1(?!\\d)|(?<![a-z])s1(?!\\d)|(?<!\\d)1h(?![a-z])",
					(found) -> 6),
			new Spelling("下半年|secondhalf|(?<![a-z])h2(?!\\d)|(?<![a-z])s2(?!\\d)|(?<!\\d)2h(?![a-z])", (found) -> 12),
			new Spelling(
					"全年|年末|年底|年终|年报|(?:full|whole)-?year|(?<![a-z])fy(?=(?:19|20)?\\d\\d)|(?<=\\d\\d\\d\\d)年度(?=$|\\)|数据|报表|统计|报送|快报|完成|主要经济|主要指标|经济|国民经济|指标)",
					(found) -> 12),
			new Spelling("(?<!\\d)" + MONTH + "月(?!\\d)", (found) -> Integer.parseInt(found.get(0))),
			new Spelling("(" + NAMES + ")\\.?(?:of)?,?(?=(?:19|20)\\d\\d)|(?<=(?:19|20)\\d\\d)(" + NAMES + ")(?![a-z])",
					PeriodSpelling::namedMonth),
			new Spelling(
					"(?<=(?:19|20)\\d\\d[-./_])(1[0-2]|0?[1-9])(?![\\d.%])|(?<=(?<!\\d)(?:19|20)\\d\\d)(0[1-9]|1[0-2])(?!\\d)",
					(found) -> Integer.parseInt(found.get(0).isEmpty() ? found.get(1) : found.get(0))));

	private PeriodSpelling() {
	}

	/**
	 * A period within a text.
	 *
	 * @param start where it begins
	 * @param end where it ends
	 * @param year the year right before it, null for none
	 * @param months the months of the year that are over when it ends; 0 where it does
	 * not begin with the year, or is none
	 */
	record Span(int start, int end, @Nullable Integer year, int months) {
	}

	/** One way of writing. */
	private static final class Spelling {

		private final Pattern pattern;

		private final ToIntFunction<List<String>> months;

		Spelling(String words, ToIntFunction<List<String>> months) {
			this.pattern = Pattern.compile(YEAR + "(?<words>" + words + ")");
			this.months = months;
		}

	}

	/** In one spelling of digits and dashes, without days. */
	static String plain(String text) {
		String first = YEAR_FIRST.matcher(Foldings.half(text)).replaceAll("$1-");
		String coded = SHORT_BEFORE.matcher(SHORT.matcher(first).replaceAll(PeriodSpelling::coded)).replaceAll("20$1");
		String dated = YEAR_LAST.matcher(coded).replaceAll("$3-$1$2");
		String plain = Foldings.key(MONTH_FIRST.matcher(dated).replaceAll("$2-$1"))
			.replaceAll("[‐‑‒–—―−〜～─━]", "-")
			.replaceAll("iv(?=季)", "4")
			.replaceAll("iii(?=季)", "3")
			.replaceAll("ii(?=季)", "2")
			.replaceAll("i(?=季)", "1");
		String years = CHINESE_YEAR.matcher(plain).replaceAll((year) -> digits(year.group(1)));
		String numbers = CHINESE_NUMBER.matcher(years)
			.replaceAll(
					(number) -> (number.start() > 0 && Character.isDigit(years.charAt(number.start() - 1)) ? "-" : "")
							+ number(number.group()));
		return PeriodDays.replaced(numbers);
	}

	/** The same code with its year in four digits and in front. */
	private static String coded(MatchResult found) {
		String year = (found.group(7) != null) ? found.group(7) : "20" + found.group(8);
		if (found.group(6) != null) {
			return year + "-m" + found.group(5);
		}
		return year + "-"
				+ ((found.group(1) != null) ? found.group(1) + found.group(2) : found.group(4) + found.group(3));
	}

	/** The periods in a plain text, none within another. */
	static List<Span> spans(String plain) {
		List<Span> spans = new ArrayList<>();
		for (Spelling spelling : SPELLINGS) {
			Matcher matcher = spelling.pattern.matcher(plain);
			while (matcher.find()) {
				Span span = span(matcher, spelling);
				if (spans.stream().noneMatch((known) -> known.start() < span.end() && span.start() < known.end())) {
					spans.add(span);
				}
			}
		}
		return spans;
	}

	private static Span span(Matcher matcher, Spelling spelling) {
		String year = matcher.group("year");
		List<String> groups = IntStream.rangeClosed(GROUPS_OF_ALL + 1, matcher.groupCount())
			.mapToObj((group) -> Objects.requireNonNullElse(matcher.group(group), ""))
			.toList();
		int months = spelling.months.applyAsInt(groups);
		return new Span(matcher.start(), matcher.end(),
				(year == null) ? null : Integer.valueOf((year.length() == 2) ? "20" + year : year), months);
	}

	private static int quarters(List<String> found) {
		return found.get(0).equals("1") ? quarter(found.get(1)) : 0;
	}

	private static int quarter(String number) {
		int quarter = Integer.parseInt(number);
		return (quarter >= 1 && quarter <= 4) ? 3 * quarter : 0;
	}

	private static int months(List<String> found) {
		return (Integer.parseInt(found.get(0)) == 1) ? Integer.parseInt(found.get(1)) : 0;
	}

	private static int namedMonths(List<String> found) {
		return (PeriodDays.number(found.get(0)) == 1) ? PeriodDays.number(found.get(1)) : 0;
	}

	private static int namedMonth(List<String> found) {
		return PeriodDays.number(found.get(0).isEmpty() ? found.get(1) : found.get(0));
	}

	private static int word(String word) {
		List<String> words = List.of("first", "second", "third", "fourth", "one", "two", "three", "four", "five", "six",
				"seven", "eight", "nine", "ten", "eleven", "twelve");
		int index = words.indexOf(word);
		if (index < 0) {
			int number = Integer.parseInt(word.replaceAll("\\D", ""));
			return (number <= 12) ? number : 0;
		}
		return (index < 4) ? index + 1 : index - 3;
	}

	private static String digits(String year) {
		StringBuilder digits = new StringBuilder();
		year.chars().forEach((digit) -> digits.append(Math.max(DIGITS.indexOf(digit), 0)));
		return digits.toString();
	}

	private static int number(String word) {
		if (word.startsWith("十")) {
			return 10 + ((word.length() > 1) ? DIGITS.indexOf(word.charAt(1)) : 0);
		}
		return word.equals("两") ? 2 : DIGITS.indexOf(word);
	}

}
