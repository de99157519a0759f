package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.submission.Revision;

/**
 * A quantity between two ends, which are the same where it is known exactly.
 *
 * @param low the lower end; null where there is none
 * @param high the upper end; null where there is none
 * @param said as it was reported
 */
record Quantity(@Nullable BigDecimal low, @Nullable BigDecimal high, String said) {

	/** What a revision says of it, which may be nothing: no end at all. */
	static Quantity of(Revision revision, @Nullable String unit) {
		BigDecimal exact = revision.value();
		if (exact != null) {
			return new Quantity(exact, exact, Numbers.plain(exact));
		}
		return Optional.ofNullable(revision.figure().extent())
			.flatMap((text) -> Extent.of(text, (unit != null) ? unit : ""))
			.map((extent) -> new Quantity(extent.low().map(Extent.End::number).orElse(null),
					extent.high().map(Extent.End::number).orElse(null),
					extent.words(Text.same((unit != null) ? Measurement.unitWords(unit).zh() : "")).zh()))
			.orElse(new Quantity(null, null, ""));
	}

}
