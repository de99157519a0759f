package org.targetmonitor.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.targetmonitor.period.Period;

/**
 * Every revision of one indicator's figures, as far as they are looked at, with what they
 * amount to by period. Independent of the order they are given in.
 */
final class IndicatorFigures {

	static final IndicatorFigures NONE = new IndicatorFigures(List.of());

	private static final Comparator<Revision> ORDER = Comparator.comparing(Revision::period)
		.thenComparingInt(Revision::number);

	private final List<Revision> revisions;

	private final NavigableMap<Period, Revision> approved;

	private final NavigableMap<Period, Revision> latest;

	/** From when all of it is known: later nothing is cut off. */
	private final Instant knownBy;

	private final LocalDate endedBy;

	IndicatorFigures(List<Revision> revisions) {
		List<Revision> sorted = new ArrayList<>(revisions);
		sorted.sort(ORDER);
		NavigableMap<Period, Revision> inForce = new TreeMap<>();
		NavigableMap<Period, Revision> newest = new TreeMap<>();
		Instant known = Instant.MIN;
		for (int index = 0; index < sorted.size(); index++) {
			Revision given = sorted.get(index);
			boolean replaced = index + 1 < sorted.size() && sorted.get(index + 1).period().equals(given.period());
			Revision revision = given.replaced(replaced);
			sorted.set(index, revision);
			newest.put(revision.period(), revision);
			if (revision.isApproved()) {
				inForce.put(revision.period(), revision);
			}
			known = later(known, revision.seenFrom());
			known = (revision.review() != null) ? later(known, revision.decisionSeenFrom()) : known;
		}
		this.revisions = List.copyOf(sorted);
		this.approved = Collections.unmodifiableNavigableMap(inForce);
		this.latest = Collections.unmodifiableNavigableMap(newest);
		this.knownBy = known;
		this.endedBy = sorted.isEmpty() ? LocalDate.MIN : sorted.getLast().period().end();
	}

	/** By period and number. */
	List<Revision> revisions() {
		return this.revisions;
	}

	NavigableMap<Period, Revision> approved() {
		return this.approved;
	}

	NavigableMap<Period, Revision> latest() {
		return this.latest;
	}

	/** From when all of it is known. */
	Instant knownBy() {
		return this.knownBy;
	}

	/**
	 * What of it was known at a moment, of periods that had ended by a day; itself where
	 * that is all.
	 */
	IndicatorFigures cut(Instant known, LocalDate ended) {
		if (!this.knownBy.isAfter(known) && !this.endedBy.isAfter(ended)) {
			return this;
		}
		return new IndicatorFigures(this.revisions.stream()
			.filter((revision) -> !revision.seenFrom().isAfter(known) && !revision.period().end().isAfter(ended))
			.map((revision) -> revision.asOf(known))
			.toList());
	}

	private static Instant later(Instant one, Instant other) {
		return other.isAfter(one) ? other : one;
	}

}
