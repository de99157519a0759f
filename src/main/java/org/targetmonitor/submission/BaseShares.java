package org.targetmonitor.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;

/** Every revision of one plan's base shares. */
public final class BaseShares {

	private static final Comparator<BaseShare> ORDER = Comparator.comparing(BaseShare::indicator)
		.thenComparing(BaseShare::period)
		.thenComparingInt(BaseShare::number);

	/** Of a plan for which none were recorded. */
	public static final BaseShares NONE = new BaseShares(List.of());

	private final List<BaseShare> revisions;

	private final Map<Place, BaseShare> newest;

	public BaseShares(Collection<BaseShare> revisions) {
		this.revisions = revisions.stream().sorted(ORDER).toList();
		this.newest = HashMap.newHashMap(this.revisions.size());
		this.revisions
			.forEach((revision) -> this.newest.put(new Place(revision.indicator(), revision.period()), revision));
	}

	/** Where one stands. */
	private record Place(String indicator, Period period) {
	}

	/** By indicator, period and number. */
	public List<BaseShare> revisions() {
		return this.revisions;
	}

	/** The newest revision of a share. */
	public Optional<BaseShare> of(String indicator, Period period) {
		return Optional.ofNullable(this.newest.get(new Place(indicator, period)));
	}

	/** The shares as they were known at a moment. */
	public BaseShares asOf(Instant moment) {
		return new BaseShares(
				this.revisions.stream().filter((revision) -> !revision.knownFrom().isAfter(moment)).toList());
	}

	/** Read again, the same shares are the same. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BaseShares shares && this.revisions.equals(shares.revisions);
	}

	@Override
	public int hashCode() {
		return this.revisions.hashCode();
	}

}
