package org.targetmonitor.submission.sheet;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/**
 * The period that a title or a marked cell names, by its code or in words. Figures are
 * cumulative, so words tell a period by the month it ends with.
 *
 * @param year the year
 * @param monthsEnded the months of the year that are over when it ends
 */
record PeriodMark(int year, int monthsEnded) {

	/** A month with a day behind it is a date, and names no period. */
	private static final Pattern CODE = Pattern.compile("\\b([0-9]{4}-(?:S[12]|Q[1-4]|[01][0-9](?!-[0-9])))\\b");

	/** Whole years are told by 全年, or by 年度 where nothing finer may follow. */
	private static final Pattern WORDS = Pattern
		.compile("(?<year>20[0-9]{2})(?:年度[^0-9]{0,30}?|年)?(?:第?(?:[一1](?:、[二2])?[-—–至到~、]{1,2}第?)?"
				+ "(?<quarter>[一二三四1-4])季度|前(?<first>[二三23])个?季度|(?<half>上半年)|(?<whole>全年)"
				+ "|(?:1[-—–至到~]{1,2})?(?<month>1[0-2]|0?[1-9])月(?![0-9]{1,2}[日号]))"
				+ "|(?<annual>20[0-9]{2})年度(?=$|数据|报表|统计)");

	/** The date on which a sheet was made says nothing of its period. */
	private static final Pattern MADE = Pattern.compile("(时间|日期|制表|填表|打印|期限|截止)[^:]{0,10}:");

	private static final List<String> DIGITS = List.of("一", "二", "三", "四");

	/** The period named in a text, if one is. */
	static Optional<PeriodMark> in(String text) {
		String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
		Matcher code = CODE.matcher(text);
		if (MADE.matcher(plain).find()) {
			return Optional.empty();
		}
		if (code.find()) {
			return Period.parse(code.group(1)).map(PeriodMark::of);
		}
		Matcher words = WORDS.matcher(plain);
		return words.find() ? Optional.of(new PeriodMark(year(words), months(words))) : Optional.empty();
	}

	private static int year(Matcher words) {
		String year = words.group("year");
		return Integer.parseInt((year != null) ? year : words.group("annual"));
	}

	static PeriodMark of(Period period) {
		return new PeriodMark(period.year(), period.monthsEnded());
	}

	private static int months(Matcher words) {
		if (words.group("quarter") != null) {
			return 3 * digit(words.group("quarter"));
		}
		if (words.group("first") != null) {
			return 3 * digit(words.group("first"));
		}
		if (words.group("month") != null) {
			return Integer.parseInt(words.group("month"));
		}
		return (words.group("half") != null) ? 6 : 12;
	}

	private static int digit(String text) {
		int index = DIGITS.indexOf(text);
		return (index >= 0) ? index + 1 : Integer.parseInt(text);
	}

	/** The period in figures, for a refusal. */
	String words() {
		boolean quarter = this.monthsEnded % Frequency.QUARTERLY.months() == 0;
		return quarter ? this.year + "-Q" + this.monthsEnded / 3 : "%d-%02d".formatted(this.year, this.monthsEnded);
	}

}
