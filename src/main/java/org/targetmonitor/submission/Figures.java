package org.targetmonitor.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.targetmonitor.period.Period;

/**
 * Every revision of one plan's figures, and what they amount to. Independent of the order
 * they are given in.
 */
public final class Figures {

	private static final Comparator<Revision> ORDER = Comparator.comparing(Revision::indicator)
		.thenComparing(Revision::period)
		.thenComparingInt(Revision::number);

	private final List<Revision> revisions;

	private final Map<String, List<Revision>> byIndicator;

	private final Map<String, NavigableMap<Period, Revision>> approved = new HashMap<>();

	private final Map<String, NavigableMap<Period, Revision>> latest = new HashMap<>();

	public Figures(List<Revision> revisions) {
		List<Revision> sorted = revisions.stream().sorted(ORDER).toList();
		sorted.forEach((revision) -> put(this.latest, revision));
		this.revisions = sorted.stream().map((revision) -> revision.replaced(!isNewest(revision))).toList();
		for (Revision revision : this.revisions) {
			put(this.latest, revision);
			if (revision.isApproved()) {
				put(this.approved, revision);
			}
		}
		this.byIndicator = this.revisions.stream().collect(Collectors.groupingBy(Revision::indicator));
	}

	public List<Revision> revisions() {
		return this.revisions;
	}

	/** Every revision of one indicator, by period and number. */
	public List<Revision> of(String indicator) {
		return this.byIndicator.getOrDefault(indicator, List.of());
	}

	/**
	 * The approved revision in force of each period: the one with the highest number,
	 * whatever the order of approval.
	 */
	public NavigableMap<Period, Revision> approved(String indicator) {
		return of(this.approved, indicator);
	}

	/** The newest revision of a figure, whatever became of it. */
	public Optional<Revision> latest(String indicator, Period period) {
		return Optional.ofNullable(of(this.latest, indicator).get(period));
	}

	/** Whether no other revision of the same figure has replaced it. */
	public boolean isNewest(Revision revision) {
		return latest(revision.indicator(), revision.period()).filter((latest) -> latest.number() == revision.number())
			.isPresent();
	}

	/** What a reviewer can decide about: the newest revision of a figure, if it waits. */
	public List<Revision> waiting() {
		return this.revisions.stream().filter(Revision::isWaiting).toList();
	}

	/**
	 * What is submitted of each period: the newest revision while it waits, else the
	 * approved one in force.
	 */
	public NavigableMap<Period, Revision> submitted(String indicator) {
		NavigableMap<Period, Revision> submitted = new TreeMap<>(of(this.approved, indicator));
		of(this.latest, indicator).values()
			.stream()
			.filter(Revision::isWaiting)
			.forEach((revision) -> submitted.put(revision.period(), revision));
		return submitted;
	}

	/**
	 * What is shown as known of a period: the approved revision in force, else the one
	 * that waits.
	 */
	public Optional<Revision> known(String indicator, Period period) {
		return Optional.ofNullable(approved(indicator).get(period))
			.or(() -> Optional.ofNullable(submitted(indicator).get(period)));
	}

	/**
	 * Whether anything is submitted for a period; what was returned is not, nor what it
	 * had replaced before anybody decided about that.
	 */
	public boolean isSubmitted(String indicator, Period period) {
		return of(this.approved, indicator).containsKey(period)
				|| latest(indicator, period).filter(Revision::isWaiting).isPresent();
	}

	/**
	 * Those of them that somebody sees; of each figure either all revisions or the
	 * approved.
	 */
	Figures only(Predicate<Revision> seen) {
		return new Figures(this.revisions.stream().filter(seen).toList());
	}

	/** The same figures as if those of a submission were approved at a moment. */
	public Figures asIfApproved(Submission submission, Instant moment) {
		List<Revision> with = new ArrayList<>(this.revisions);
		Review approval = new Review(true, null, "", moment, moment);
		submission.figures().forEach((figure) -> {
			int number = latest(figure.indicator(), submission.period()).map(Revision::number).orElse(0);
			with.add(new Revision(submission.period(), number + 1, figure, new UUID(0, 0), "", null, moment, moment,
					approval));
		});
		return new Figures(with);
	}

	/** When something was last submitted for an indicator. */
	public Optional<Instant> lastSubmitted(String indicator) {
		return of(indicator).stream()
			.filter((revision) -> !revision.isReturned())
			.map(Revision::knownFrom)
			.max(Comparator.naturalOrder());
	}

	/** How many revisions were recorded for an indicator. */
	public long count(String indicator) {
		return of(indicator).size();
	}

	/** The figures as they would be with this decision about those revisions. */
	public Figures with(Review review, Collection<Revision> decided) {
		return new Figures(this.revisions.stream()
			.map((revision) -> decided.contains(revision) ? revision.reviewed(review) : revision)
			.toList());
	}

	/**
	 * What was recorded when a submission came, without it: neither later revisions nor
	 * decisions that were made since.
	 */
	Figures before(Revision first) {
		return new Figures(this.revisions.stream()
			.filter((revision) -> !revision.submission().equals(first.submission())
					&& !revision.recordedAt().isAfter(first.recordedAt()))
			.map((revision) -> revision.asRecordedBy(first.recordedAt()))
			.toList());
	}

	/** The figures as they were known at a moment. */
	public Figures asOf(Instant moment) {
		return new Figures(this.revisions.stream()
			.filter((revision) -> !revision.knownFrom().isAfter(moment))
			.map((revision) -> revision.asOf(moment))
			.toList());
	}

	private static void put(Map<String, NavigableMap<Period, Revision>> index, Revision revision) {
		index.computeIfAbsent(revision.indicator(), (indicator) -> new TreeMap<>()).put(revision.period(), revision);
	}

	private static NavigableMap<Period, Revision> of(Map<String, NavigableMap<Period, Revision>> index,
			String indicator) {
		return Collections.unmodifiableNavigableMap(index.getOrDefault(indicator, Collections.emptyNavigableMap()));
	}

}
