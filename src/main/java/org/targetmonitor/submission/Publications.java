package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Days;
import org.targetmonitor.period.Period;

/**
 * From when figures were known that came out before they were recorded. A first figure is
 * known from the day that it says it came out; a later one from its own day only if what
 * it replaces was known before that, or says the same: a mistake that was corrected later
 * stays what was known until then.
 */
final class Publications {

	private Publications() {
	}

	/**
	 * The same revisions with the moments at which their days began.
	 * @param own those of one indicator, by period and number
	 * @param zone where days begin
	 */
	static List<Revision> of(List<Revision> own, ZoneId zone) {
		if (own.stream().allMatch((revision) -> revision.figure().says(Detail.PUBLISHED) == null)) {
			return own;
		}
		List<Revision> dated = new ArrayList<>();
		Map<Period, Revision> inForce = new HashMap<>();
		own.forEach((revision) -> {
			Revision known = day(revision, zone).filter((day) -> counts(revision, day, inForce.get(revision.period())))
				.map(revision::publishedAt)
				.orElse(revision);
			if (known.isApproved()) {
				inForce.put(known.period(), known);
			}
			dated.add(known);
		});
		return dated;
	}

	private static Optional<Instant> day(Revision revision, ZoneId zone) {
		return Optional.ofNullable(revision.figure().says(Detail.PUBLISHED))
			.flatMap(Days::read)
			.map((day) -> day.atStartOfDay(zone).toInstant());
	}

	private static boolean counts(Revision revision, Instant day, @Nullable Revision before) {
		return before == null || saysTheSame(revision.figure(), before.figure())
				|| (revision.figure().kind() != RevisionKind.CORRECTION && day.isAfter(before.countsFrom()));
	}

	private static boolean saysTheSame(Figure one, Figure other) {
		return one.status() == other.status() && same(one.value(), other.value()) && same(one.level(), other.level())
				&& same(one.quarterValue(), other.quarterValue()) && Objects.equals(one.extent(), other.extent());
	}

	private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one != null && other != null) ? one.compareTo(other) == 0 : (one == null && other == null);
	}

}
