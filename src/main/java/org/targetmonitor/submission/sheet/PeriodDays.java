package org.targetmonitor.submission.sheet;

import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Days in a text that reads as a period: 截至2024年9月30日, or 2024年1月1日至9月30日. Any other day
 * says nothing of a period, for sheets are dated.
 */
final class PeriodDays {

	static final String CENTURY = "(?:19|20)\\d\\d";

	static final String MONTH = "(1[0-2]|0?[1-9])";

	static final String NAMES = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
			+ "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

	private static final List<String> FIRST_LETTERS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
			"sep", "oct", "nov", "dec");

	/** A day, which is no period; eight digits are one, too. */
	private static final Pattern DAY = Pattern.compile("(?<!\\d)" + CENTURY + "([-./])" + MONTH + "\\1[0-3]?\\d(?!\\d)"
			+ "|(?:(?<!\\d)" + CENTURY + "年)?" + MONTH + "月[0-3]?\\d[日号]|(?<!\\d)" + CENTURY + "[01]\\d[0-3]\\d(?!\\d)"
			+ "|(?<!\\d)[0-3]?\\d/[0-3]?\\d/" + CENTURY + "|(?<!\\d)[0-3]?\\d(?:st|nd|rd|th)?(?:of)?(?:" + NAMES
			+ ")(?![a-z])(?:,?" + CENTURY + ")?|(?:" + NAMES + ")[0-3]?\\d(?:st|nd|rd|th)?,(?:" + CENTURY
			+ ")?|(?<!\\d)[0-3]?\\d-(?:" + NAMES + ")-(?:" + CENTURY + "|\\d\\d)(?!\\d)");

	private static final String WRITTEN = "(?:(" + CENTURY + ")[年./-])?" + MONTH + "[月./-]([0-3]?\\d)[日号]?(?!\\d)";

	private static final Pattern FROM_TO = Pattern
		.compile("(?<![\\d./-])" + WRITTEN + "(?:至|到|-|~|to|until){1,2}" + WRITTEN);

	/** 数据截至 says when the data were taken, which is no period. */
	private static final String UNTIL = "(?<!数据)(?:截至到?|截止到?|ended|ending|asat|asof)(?:the)?";

	private static final Pattern UP_TO = Pattern.compile(UNTIL + WRITTEN);

	private static final Pattern UP_TO_NAMED = Pattern.compile(UNTIL + "(?:([0-3]?\\d)(?:st|nd|rd|th)?(?:of)?(" + NAMES
			+ ")|(" + NAMES + ")([0-3]?\\d)(?:st|nd|rd|th)?),?(" + CENTURY + ")");

	/** Looks like a period and is none, so that it is asked about. */
	private static final String NO_PERIOD = "0季度";

	private PeriodDays() {
	}

	/** Puts the period in the place of days that tell one, and takes all others out. */
	static String replaced(String plain) {
		String ranges = FROM_TO.matcher(plain).replaceAll(PeriodDays::range);
		String written = UP_TO.matcher(ranges)
			.replaceAll((found) -> ended(found, one(found, 1, 1), found.group(2), found.group(3)));
		String named = UP_TO_NAMED.matcher(written)
			.replaceAll((found) -> ended(found, found.group(5), month(one(found, 2, 3)), one(found, 1, 4)));
		return DAY.matcher(named).replaceAll("□");
	}

	/** Only what begins with the year is one of the cumulative periods. */
	private static String range(MatchResult found) {
		String year = one(found, 4, 1);
		boolean otherYear = !one(found, 1, 4).equals(year);
		if (otherYear || Integer.parseInt(found.group(3)) != 1 || !isLast(year, found.group(5), found.group(6))) {
			return NO_PERIOD;
		}
		return prefix(year) + Integer.parseInt(found.group(2)) + "-" + Integer.parseInt(found.group(5)) + "月";
	}

	/** Figures up to another day than a month's last are dated, not named by a period. */
	private static String ended(MatchResult found, String year, String month, String day) {
		return isLast(year, month, day) ? prefix(year) + Integer.parseInt(month) + "月" : found.group();
	}

	private static boolean isLast(String year, String month, String day) {
		int number = Integer.parseInt(month);
		if (year.isEmpty()) {
			return Integer.parseInt(day) == Month.of(number).maxLength() || (number == 2 && day.equals("28"));
		}
		return Integer.parseInt(day) == YearMonth.of(Integer.parseInt(year), number).lengthOfMonth();
	}

	private static String prefix(String year) {
		return year.isEmpty() ? "" : year + "年";
	}

	private static String one(MatchResult found, int first, int second) {
		return Objects.requireNonNullElse(found.group(first), Objects.requireNonNullElse(found.group(second), ""));
	}

	private static String month(String name) {
		return String.valueOf(number(name));
	}

	/** The month with an English name, counted from 1. */
	static int number(String name) {
		return FIRST_LETTERS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
	}

}
