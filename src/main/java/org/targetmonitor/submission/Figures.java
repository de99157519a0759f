package org.targetmonitor.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.targetmonitor.period.Period;

/**
 * Every revision of one plan's figures, and what they amount to: a view on one index by
 * indicator, with two cut-offs, the moment that they were known at and the day that their
 * periods had ended by. Another cut copies nothing, and asking for an indicator costs
 * what that indicator has.
 */
public final class Figures {

	private final NavigableMap<String, IndicatorFigures> index;

	private final Instant known;

	private final LocalDate ended;

	/** What was cut off for those that were asked for; of others nothing is kept. */
	private final Map<String, IndicatorFigures> cut = new ConcurrentHashMap<>();

	public Figures(List<Revision> revisions) {
		this(indexed(revisions), Instant.MAX, LocalDate.MAX);
	}

	private Figures(NavigableMap<String, IndicatorFigures> index, Instant known, LocalDate ended) {
		this.index = index;
		this.known = known;
		this.ended = ended;
	}

	private static NavigableMap<String, IndicatorFigures> indexed(List<Revision> revisions) {
		NavigableMap<String, IndicatorFigures> index = new TreeMap<>();
		revisions.stream()
			.collect(Collectors.groupingBy(Revision::indicator))
			.forEach((indicator, own) -> index.put(indicator, new IndicatorFigures(own)));
		return index;
	}

	/** By indicator, period and number. */
	public List<Revision> revisions() {
		return this.index.keySet().stream().flatMap((indicator) -> of(indicator).stream()).toList();
	}

	/** Every revision of one indicator, by period and number. */
	public List<Revision> of(String indicator) {
		return seen(indicator).revisions();
	}

	/**
	 * The approved revision in force of each period: the one with the highest number,
	 * whatever the order of approval.
	 */
	public NavigableMap<Period, Revision> approved(String indicator) {
		return seen(indicator).approved();
	}

	/** The newest revision of a figure, whatever became of it. */
	public Optional<Revision> latest(String indicator, Period period) {
		return Optional.ofNullable(seen(indicator).latest().get(period));
	}

	/** The revisions of the same figure that came before one, by number. */
	public List<Revision> before(Revision one) {
		return of(one.indicator()).stream()
			.filter((other) -> other.period().equals(one.period()) && other.number() < one.number())
			.toList();
	}

	/** What a reviewer can decide about: the newest revision of a figure, if it waits. */
	public List<Revision> waiting() {
		return revisions().stream().filter(Revision::isWaiting).toList();
	}

	/**
	 * What is submitted of each period: the newest revision while it waits, else the
	 * approved one in force.
	 */
	public NavigableMap<Period, Revision> submitted(String indicator) {
		NavigableMap<Period, Revision> submitted = new TreeMap<>(approved(indicator));
		seen(indicator).latest()
			.values()
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
			.or(() -> latest(indicator, period).filter(Revision::isWaiting));
	}

	/**
	 * Whether anything is submitted for a period; what was returned is not, nor what it
	 * had replaced before anybody decided about that. It is when it was handed in,
	 * whatever day it says that it came out.
	 */
	public boolean isSubmitted(String indicator, Period period) {
		Optional<Revision> waiting = latest(indicator, period).filter(Revision::isWaiting);
		Revision approved = approved(indicator).get(period);
		return waiting.isPresent() || (approved != null && (approved.isHandedInBy(this.known)
				|| before(approved).stream().anyMatch((one) -> one.isApproved() && one.isHandedInBy(this.known))));
	}

	/**
	 * Those of them that somebody sees; of each figure either all revisions or the
	 * approved.
	 */
	Figures only(Predicate<Revision> seen) {
		return each((own) -> own.stream().filter(seen).toList());
	}

	/** These without some of them. */
	public Figures without(Set<Revision> others) {
		return others.isEmpty() ? this
				: each((own) -> own.stream().filter((revision) -> !others.contains(revision)).toList());
	}

	/** The same figures as if those of a submission were approved at a moment. */
	public Figures asIfApproved(Submission submission, Instant moment) {
		Review approval = new Review(true, null, "", moment, moment);
		Map<String, List<Revision>> with = new HashMap<>();
		submission.figures().forEach((figure) -> {
			int number = latest(figure.indicator(), submission.period()).map(Revision::number).orElse(0);
			with.computeIfAbsent(figure.indicator(), (indicator) -> new ArrayList<>(of(indicator)))
				.add(new Revision(submission.period(), number + 1, figure, new UUID(0, 0), "", null, moment, moment,
						approval));
		});
		return changed(with);
	}

	/** When something was last submitted for an indicator. */
	public Optional<Instant> lastSubmitted(String indicator) {
		return of(indicator).stream()
			.filter((revision) -> !revision.isReturned() && revision.isHandedInBy(this.known))
			.map(Revision::knownFrom)
			.max(Comparator.naturalOrder());
	}

	/**
	 * The first moment later than this one from which a revision, or what was decided
	 * about one, counts.
	 */
	public Optional<Instant> nextRelease(Instant moment) {
		return this.index.values()
			.stream()
			.filter((own) -> own.knownBy().isAfter(moment))
			.flatMap((own) -> own.revisions().stream())
			.flatMap((revision) -> Stream.of(revision.seenFrom(), revision.decisionSeenFrom()))
			.filter((from) -> from.isAfter(moment))
			.min(Comparator.naturalOrder());
	}

	/** The indicators of which other revisions are seen than these. */
	public Set<String> differences(Figures others) {
		Set<String> different = new HashSet<>();
		Stream.concat(this.index.keySet().stream(), others.index.keySet().stream())
			.filter((indicator) -> !of(indicator).equals(others.of(indicator)))
			.forEach(different::add);
		return different;
	}

	/** How many revisions were recorded for an indicator. */
	public long count(String indicator) {
		return of(indicator).size();
	}

	/** The figures as they would be with this decision about those revisions. */
	public Figures with(Review review, Collection<Revision> decided) {
		Set<Revision> all = Set.copyOf(decided);
		Map<String, List<Revision>> with = new HashMap<>();
		all.stream()
			.map(Revision::indicator)
			.distinct()
			.forEach((indicator) -> with.put(indicator,
					of(indicator).stream()
						.map((revision) -> all.contains(revision) ? revision.reviewed(review) : revision)
						.toList()));
		return changed(with);
	}

	/**
	 * What was recorded when a submission came, without it: neither later revisions nor
	 * decisions that were made since.
	 */
	Figures whenCame(Revision first) {
		return each((own) -> own.stream()
			.filter((revision) -> !revision.submission().equals(first.submission())
					&& !revision.recordedAt().isAfter(first.recordedAt()))
			.map((revision) -> revision.asRecordedBy(first.recordedAt()))
			.toList());
	}

	/**
	 * The same, with those that came out before they were recorded known from then on.
	 * @param zone where days begin
	 */
	public Figures publishedIn(ZoneId zone) {
		return each((own) -> Publications.of(own, zone));
	}

	/** The figures as they were known at a moment. */
	public Figures asOf(Instant moment) {
		return moment.isBefore(this.known) ? new Figures(this.index, moment, this.ended) : this;
	}

	/**
	 * The figures as verdicts froze at a moment: what was known then, but for what was
	 * decided later, whatever day it came out on. Only of an indicator of which nothing
	 * was decided before, as of a past year that is entered today, there was nothing that
	 * could freeze.
	 */
	public Figures frozenAt(Instant moment) {
		return asOf(moment).each(
				(own) -> own.stream().anyMatch((revision) -> revision.isApproved() && !isDecidedAfter(revision, moment))
						? own.stream().filter((revision) -> !isDecidedAfter(revision, moment)).toList() : own);
	}

	private static boolean isDecidedAfter(Revision revision, Instant moment) {
		Review review = revision.review();
		return review != null && review.recordedAt().isAfter(moment);
	}

	/** The figures of the periods that had ended by a day, and no others. */
	public Figures until(LocalDate day) {
		return day.isBefore(this.ended) ? new Figures(this.index, this.known, day) : this;
	}

	private IndicatorFigures seen(String indicator) {
		IndicatorFigures all = this.index.get(indicator);
		if (all == null) {
			return IndicatorFigures.NONE;
		}
		IndicatorFigures kept = this.cut.get(indicator);
		if (kept != null) {
			return kept;
		}
		IndicatorFigures seen = all.cut(this.known, this.ended);
		if (seen != all) {
			this.cut.put(indicator, seen);
		}
		return seen;
	}

	/** Others in place of what is seen of each indicator. */
	private Figures each(UnaryOperator<List<Revision>> change) {
		NavigableMap<String, IndicatorFigures> changed = new TreeMap<>();
		this.index.keySet()
			.forEach((indicator) -> changed.put(indicator, with(indicator, change.apply(of(indicator)))));
		return new Figures(changed, Instant.MAX, LocalDate.MAX);
	}

	/**
	 * Others in place of what is seen of some indicators; of the rest everything stays
	 * the same object.
	 */
	public Figures changed(Map<String, List<Revision>> some) {
		NavigableMap<String, IndicatorFigures> changed = new TreeMap<>();
		this.index.keySet().forEach((indicator) -> changed.put(indicator, seen(indicator)));
		some.forEach((indicator, own) -> {
			changed.remove(indicator);
			if (!own.isEmpty()) {
				changed.put(indicator, new IndicatorFigures(own));
			}
		});
		return new Figures(changed, Instant.MAX, LocalDate.MAX);
	}

	private IndicatorFigures with(String indicator, List<Revision> own) {
		IndicatorFigures seen = seen(indicator);
		return seen.revisions().equals(own) ? seen : new IndicatorFigures(own);
	}

}
