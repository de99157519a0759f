package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.plan.PlanVersions;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;

/**
 * Everything that is recorded of one plan, whatever moment it counts from.
 *
 * @param versions what the plan was
 * @param figures its figures
 * @param shares its base shares
 * @param oversight what was decided about its targets
 */
public record PlanRecord(PlanVersions versions, Figures figures, BaseShares shares, Oversight oversight) {

	/** The first moment later than this one from which something of it counts. */
	Optional<Instant> nextRelease(Instant moment) {
		Stream<Instant> versions = Stream.ofNullable(this.versions.byMoment().higherKey(moment));
		Stream<Instant> shares = this.shares.revisions().stream().map((share) -> share.knownFrom());
		Stream<Instant> acts = Stream.concat(this.oversight.deviations().stream().map((act) -> act.knownFrom()),
				this.oversight.orderActs().stream().map((act) -> act.knownFrom()));
		return Stream.of(versions, this.figures.nextRelease(moment).stream(), shares, acts)
			.flatMap((moments) -> moments)
			.filter((from) -> from.isAfter(moment))
			.min(Instant::compareTo);
	}

}
