package org.targetmonitor.reference;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Area;

/** Revisions of reference figures. */
public final class ReferenceFigures {

	private static final Comparator<ReferenceFigure> ORDER = Comparator.comparing(ReferenceFigure::place)
		.thenComparingInt(ReferenceFigure::number);

	/** Where none were recorded. */
	public static final ReferenceFigures NONE = new ReferenceFigures(List.of());

	private final List<ReferenceFigure> revisions;

	private final Map<ReferenceFigure.Place, ReferenceFigure> newest = new LinkedHashMap<>();

	private final Map<Of, List<ReferenceFigure>> index;

	public ReferenceFigures(Collection<ReferenceFigure> revisions) {
		this.revisions = revisions.stream().sorted(ORDER).toList();
		this.revisions.forEach((revision) -> this.newest.put(revision.place(), revision));
		this.index = this.revisions.stream()
			.collect(Collectors
				.groupingBy((revision) -> new Of(Area.keyOf(revision.place().area()), revision.place().indicator())));
	}

	/** Whose figures they are: by the area's key, however long its code is written. */
	private record Of(String area, String indicator) {
	}

	/** Every revision of an area's figures of one indicator. */
	public List<ReferenceFigure> of(String area, String indicator) {
		return this.index.getOrDefault(new Of(Area.keyOf(area), indicator), List.of());
	}

	/** By area, indicator, measure, the newest period first, then by number. */
	public List<ReferenceFigure> revisions() {
		return this.revisions;
	}

	/** The newest revision of each figure, in the same order. */
	public List<ReferenceFigure> newest() {
		return List.copyOf(this.newest.values());
	}

	/** The newest revision of one figure. */
	public Optional<ReferenceFigure> of(ReferenceFigure.Place place) {
		return Optional.ofNullable(this.newest.get(place));
	}

	/** Those that answer a question. */
	public ReferenceFigures where(Predicate<ReferenceFigure> asked) {
		return new ReferenceFigures(this.revisions.stream().filter(asked).toList());
	}

	/** The figures as they were known at a moment. */
	public ReferenceFigures asOf(Instant moment) {
		return where((revision) -> !revision.knownFrom().isAfter(moment));
	}

	/** Read again, the same figures are the same. */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ReferenceFigures figures && this.revisions.equals(figures.revisions);
	}

	@Override
	public int hashCode() {
		return this.revisions.hashCode();
	}

}
