package org.targetmonitor.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * By when within the year a goal is to be reached, where that is not the year's end
 * (6月底前): the period that ends with that month decides.
 *
 * @param day the last day
 * @param named whether a day was named, and not the month alone
 */
public record Deadline(LocalDate day, boolean named) {

	/** The plan file's key. */
	static final String KEY = "deadline";

	private static final int MONTHS = 12;

	private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

	/** Reads a day such as 2024-06-30, or a period such as 2024-06 or 2024-Q2. */
	static Optional<Deadline> parse(String text) {
		Matcher day = DAY.matcher(text);
		if (day.matches()) {
			try {
				return Optional.of(new Deadline(LocalDate.parse(text), true));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		}
		return Period.parse(text).map((period) -> new Deadline(period.end().minusDays(1), false));
	}

	/** How many months of the year there are up to it, its own month included. */
	public int months() {
		return this.day.getMonthValue();
	}

	/** Whether a period ends on the day or after it. */
	public boolean isReachedBy(Period period) {
		return period.end().isAfter(this.day);
	}

	/** The day as reports call it: 6月底, 9月20日, 年底. */
	public Text at() {
		String month = Month.of(months()).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
		if (this.named) {
			return Text.format("%1$d月%2$d日", "%2$d %3$s", months(), this.day.getDayOfMonth(), month);
		}
		return (months() == MONTHS) ? new Text("年底", "the year's end")
				: Text.format("%1$d月底", "the end of %2$s", months(), month);
	}

	/** By when: 6月底前, 9月20日前. */
	public Text words() {
		return Text.format("%s前", "by %s", at());
	}

	/**
	 * A goal with the time it has: 6月底前80%以上; of what counts from 1 January the months
	 * themselves, 上半年6%以上.
	 */
	Text with(Text goal, boolean sinceJanuary) {
		return (sinceJanuary && !this.named)
				? Text.format("%s%s", "%2$s for %1$s", PeriodWords.sinceJanuary(this.day.getYear(), months()), goal)
				: Text.format("%s%s", "%2$s %1$s", words(), goal);
	}

}
