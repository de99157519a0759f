package org.targetmonitor.submission;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.targetmonitor.period.Period;

/**
 * Every revision of one plan's base shares.
 *
 * @param revisions by indicator, period and number
 */
public record BaseShares(List<BaseShare> revisions) {

	private static final Comparator<BaseShare> ORDER = Comparator.comparing(BaseShare::indicator)
		.thenComparing(BaseShare::period)
		.thenComparingInt(BaseShare::number);

	/** Of a plan for which none were recorded. */
	public static final BaseShares NONE = new BaseShares(List.of());

	public BaseShares {
		revisions = revisions.stream().sorted(ORDER).toList();
	}

	/** The newest revision of a share. */
	public Optional<BaseShare> of(String indicator, Period period) {
		return this.revisions.stream()
			.filter((revision) -> revision.indicator().equals(indicator) && revision.period().equals(period))
			.reduce((first, second) -> second);
	}

	/** The shares as they were known at a moment. */
	public BaseShares asOf(Instant moment) {
		return new BaseShares(
				this.revisions.stream().filter((revision) -> !revision.knownFrom().isAfter(moment)).toList());
	}

}
