package org.targetmonitor.progress.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.progress.Band;
import org.targetmonitor.progress.AppliedShare;
import org.targetmonitor.progress.Outlook;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.progress.Reach;
import org.targetmonitor.progress.Remaining;
import org.targetmonitor.progress.Scenario;
import org.targetmonitor.plan.Target;

/**
 * An outlook as the API answers it: numbers in the indicator's unit, unrounded but for
 * the tenth decimal.
 *
 * @param from the period that it goes on from
 * @param rest what is left of the year
 * @param number the goal's number, without tolerance
 * @param baseShare the part of the base year that was reached by the period
 * @param required the growth that the rest of the year needs
 * @param remaining what is left of a quantity
 * @param scenarios where the year would end
 * @param reach the required growth against the record
 * @param missing the inputs that are missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutlookDocument(String from, Text rest, String number, @Nullable Share baseShare, @Nullable Bounds required,
		@Nullable Text requiredWords, @Nullable Left remaining, List<YearEnd> scenarios, @Nullable Within reach,
		List<Text> missing) {

	private static final int DECIMALS = 10;

	static @Nullable OutlookDocument of(Target target, @Nullable Outlook outlook) {
		if (outlook == null) {
			return null;
		}
		return new OutlookDocument(outlook.period().toString(), OutlookWords.rest(target, outlook.period()),
				outlook.number().toPlainString(), Optional.ofNullable(outlook.base()).map(Share::of).orElse(null),
				Optional.ofNullable(outlook.required()).map(Bounds::of).orElse(null),
				OutlookWords.required(target, outlook).orElse(null),
				Optional.ofNullable(outlook.remaining()).map(Left::of).orElse(null),
				outlook.scenarios().stream().map(YearEnd::of).toList(),
				Optional.ofNullable(outlook.reach()).map(Within::of).orElse(null), outlook.missing());
	}

	/** A base share with where it comes from. */
	record Share(String share, Text source) {

		static Share of(AppliedShare part) {
			return new Share(plain(part.share()), part.source());
		}

	}

	/** A band. */
	record Bounds(String low, String middle, String high) {

		static Bounds of(Band band) {
			return new Bounds(plain(band.low()), plain(band.middle()), plain(band.high()));
		}

	}

	/** What is left of a quantity. */
	record Left(String quantity, String beyond, int periods, String perPeriod) {

		static Left of(Remaining remaining) {
			return new Left(plain(remaining.quantity()), plain(remaining.beyond()), remaining.periods(),
					plain(remaining.perPeriod()));
		}

	}

	/** A scenario. */
	record YearEnd(String scenario, Text words, Bounds yearEnd, String ratio) {

		static YearEnd of(Scenario scenario) {
			return new YearEnd(scenario.kind().key(), scenario.words(), Bounds.of(scenario.yearEnd()),
					plain(scenario.ratio()));
		}

	}

	/** Whether it is within reach. */
	record Within(String reach, int reached, int of, Text words) {

		static Within of(Reach reach) {
			return new Within(reach.kind().key(), reach.reached(), reach.of(), reach.words());
		}

	}

	/** Digits up to the tenth decimal, without zeros that say nothing. */
	static String plain(BigDecimal number) {
		BigDecimal rounded = number.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
		return ((rounded.scale() < 0) ? rounded.setScale(0) : rounded).toPlainString();
	}

}
