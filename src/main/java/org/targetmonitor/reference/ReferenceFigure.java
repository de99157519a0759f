package org.targetmonitor.reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.StatusWords;
import org.targetmonitor.submission.ObsStatus;

/**
 * One immutable version of what was published of another area: a figure that targets are
 * held against and that no plan reports.
 *
 * @param place which figure it is
 * @param number 1 for the first, then counting up without a hole
 * @param areaName the area's name; null where it was not said
 * @param unit the unit
 * @param value the value as published
 * @param status how final it is
 * @param origin where it comes from
 * @param published the day it came out
 * @param reason why it was corrected; null for a first one
 * @param author who recorded it
 * @param recordedAt when the monitor recorded it
 * @param knownFrom from when it counts as known; never later
 */
public record ReferenceFigure(Place place, int number, @Nullable String areaName, String unit, BigDecimal value,
		ObsStatus status, String origin, LocalDate published, @Nullable String reason, String author,
		Instant recordedAt, Instant knownFrom) {

	/** The unit behind the value; a pure number has none. */
	public String unitSign() {
		return Measurement.unit(this.unit);
	}

	/** How final it is, as figures of its indicator are called. */
	public Text statusWords() {
		return this.status.called(StatusWords.ofCode(this.place.indicator()));
	}

	/**
	 * Which figure it is: rate and quantity of one indicator are two.
	 *
	 * @param area the area's code
	 * @param indicator the indicator's code
	 * @param measure what kind of quantity
	 * @param period the period
	 */
	public record Place(String area, String indicator, Measure measure, Period period) implements Comparable<Place> {

		/** By area, indicator and measure, the newest period first. */
		@Override
		public int compareTo(Place other) {
			int order = this.area.compareTo(other.area);
			order = (order != 0) ? order : this.indicator.compareTo(other.indicator);
			order = (order != 0) ? order : this.measure.compareTo(other.measure);
			return (order != 0) ? order : other.period.compareTo(this.period);
		}

	}

}
