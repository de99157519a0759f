package org.targetmonitor.plan;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/** Names a period as people say it of an indicator. */
public final class PeriodWords {

	/** The last state at a point in time that a year has. */
	private static final Text YEARS_END = new Text("年末", "the year's end");

	private PeriodWords() {
	}

	/**
	 * A period with its year, as the heading over figures that count from 1 January; a
	 * fourth quarter is told from the year that ends with it.
	 */
	public static Text named(Period period) {
		Text words = switch (period.frequency()) {
			case QUARTERLY ->
				(period.number() == 4) ? new Text("四季度（全年）", "the fourth quarter (whole year)") : of(period, true);
			case HALF_YEARLY ->
				(period.number() == 2) ? new Text("下半年（全年）", "the second half (whole year)") : of(period, true);
			case YEARLY, MONTHLY -> of(period, true);
		};
		return Text.format("%d年%s", "%2$s of %1$d", period.year(), words);
	}

	/**
	 * A period in words: figures are cumulative, so a third quarter is the first three
	 * quarters.
	 */
	public static Text of(Period period, Measurement measurement) {
		return of(period, measurement.accumulation() != Accumulation.POINT);
	}

	private static Text of(Period period, boolean cumulative) {
		return switch (period.frequency()) {
			case YEARLY -> new Text("全年", "the year");
			case HALF_YEARLY -> (period.number() == 1) ? new Text("上半年", "the first half")
					: cumulative ? new Text("全年", "the year") : YEARS_END;
			case QUARTERLY -> quarter(period.number(), cumulative);
			case MONTHLY -> Text.format(cumulative && period.number() > 1 ? "1-%1$d月" : "%1$d月",
					cumulative && period.number() > 1 ? "January to %2$s" : "%2$s", period.number(),
					Month.of(period.number()).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
		};
	}

	private static Text quarter(int number, boolean cumulative) {
		if (!cumulative && number == 4) {
			return YEARS_END;
		}
		if (!cumulative) {
			return Text.format(List.of("一季度", "二季度", "三季度", "四季度").get(number - 1), "quarter %d", number);
		}
		return switch (number) {
			case 1 -> new Text("一季度", "the first quarter");
			case 2 -> new Text("上半年", "the first half");
			case 3 -> new Text("前三季度", "the first three quarters");
			default -> new Text("全年", "the year");
		};
	}

}
