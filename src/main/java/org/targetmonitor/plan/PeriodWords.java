package org.targetmonitor.plan;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/** Names a period as people say it of an indicator. */
public final class PeriodWords {

	private static final List<String> NUMBERS = List.of("一", "二", "三", "四");

	private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

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
			case MONTHLY ->
				(period.number() == 12) ? new Text("1—12月（全年）", "January to December (whole year)") : of(period, true);
			case YEARLY -> of(period, true);
		};
		return ofYear(period, words);
	}

	/**
	 * A period with its year beside figures of one indicator: a state at a point in time
	 * is of the period's end.
	 * @param measurement how the indicator is measured; null where it is not
	 */
	public static Text named(Period period, @Nullable Measurement measurement) {
		return (measurement == null || !isState(measurement)) ? named(period) : ofYear(period, of(period, false));
	}

	/** 2024年末 and not 2024年年末. */
	private static Text ofYear(Period period, Text words) {
		String zh = words.zh().startsWith("年") ? words.zh().substring(1) : words.zh();
		return Text.format("%d年%s", "%3$s of %1$d", period.year(), zh, words.en().replace("the year's end", "the end"));
	}

	/**
	 * A period in words: figures are cumulative, so a third quarter is the first three
	 * quarters; a state is that at the period's end.
	 */
	public static Text of(Period period, Measurement measurement) {
		return of(period, !isState(measurement));
	}

	/** A place among others is one by what the period brought, not by a day's state. */
	private static boolean isState(Measurement measurement) {
		return measurement.accumulation() == Accumulation.POINT && measurement.measure() != Measure.RANK;
	}

	/** A period by itself: 三季度 and not 前三季度. */
	public static Text itself(Period period) {
		return switch (period.frequency()) {
			case YEARLY -> new Text("全年", "the year");
			case HALF_YEARLY ->
				(period.number() == 1) ? new Text("上半年", "the first half") : new Text("下半年", "the second half");
			case QUARTERLY -> Text.format("%s季度", "the %2$s quarter", NUMBERS.get(period.number() - 1),
					ORDINALS.get(period.number() - 1));
			case MONTHLY -> Text.format("%d月", "%2$s", period.number(), month(period.number()));
		};
	}

	/** The months of a year up to one of them: 上半年, 前三季度, 1—5月. */
	static Text sinceJanuary(int year, int months) {
		boolean quarters = months % Frequency.QUARTERLY.months() == 0;
		return of(quarters ? new Period(year, Frequency.QUARTERLY, months / Frequency.QUARTERLY.months())
				: new Period(year, Frequency.MONTHLY, months), true);
	}

	private static Text of(Period period, boolean cumulative) {
		if (period.frequency() == Frequency.YEARLY) {
			return new Text("全年", "the year");
		}
		if (period.isLastOfYear()) {
			return cumulative ? new Text("全年", "the year") : new Text("年末", "the year's end");
		}
		return cumulative ? soFar(period) : atTheEnd(period);
	}

	private static Text soFar(Period period) {
		int months = period.monthsEnded();
		if (period.frequency() == Frequency.MONTHLY) {
			return (months == 1) ? new Text("1月", "January")
					: Text.format("1—%d月", "January to %2$s", months, month(months));
		}
		return switch (months) {
			case 3 -> new Text("一季度", "the first quarter");
			case 6 -> new Text("上半年", "the first half");
			default -> new Text("前三季度", "the first three quarters");
		};
	}

	private static Text atTheEnd(Period period) {
		int months = period.monthsEnded();
		if (period.frequency() == Frequency.QUARTERLY) {
			return Text.format("%s季度末", "the end of the %2$s quarter", NUMBERS.get(period.number() - 1),
					ORDINALS.get(period.number() - 1));
		}
		return Text.format("%d月末", "the end of %2$s", months, month(months));
	}

	private static String month(int number) {
		return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
	}

}
