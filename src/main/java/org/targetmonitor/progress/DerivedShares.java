package org.targetmonitor.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.ShareOf;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

/**
 * Works out the shares of a plan (占全市份额): of each period the part ÷ the whole, anew with
 * each revision of either, and known from when both are.
 */
final class DerivedShares {

	/** Nobody handed a share in. */
	private static final UUID NO_SUBMISSION = new UUID(-1, -2);

	private final Function<String, Optional<Target>> targets;

	private final Figures figures;

	/**
	 * @param targets finds the target of an indicator
	 */
	DerivedShares(Function<String, Optional<Target>> targets, Figures figures) {
		this.targets = targets;
		this.figures = figures;
	}

	/** Figures with the shares that follow from them. */
	static Figures beside(Plan plan, Figures figures) {
		Map<String, List<Revision>> shares = new HashMap<>();
		plan.targets()
			.stream()
			.filter((target) -> target.terms().shareOf() != null && target.reporting() != null)
			.forEach((target) -> shares.put(target.indicator(), new DerivedShares(plan::target, figures).of(target)));
		return shares.isEmpty() ? figures : figures.changed(shares);
	}

	/**
	 * The figures that one indicator is judged by: of a share those that follow by what
	 * it is the share of in these targets, which may once have been another whole.
	 */
	static Figures ofOne(Target target, Function<String, Optional<Target>> targets, Figures figures) {
		return (target.terms().shareOf() == null || target.reporting() == null) ? figures
				: new Figures(new DerivedShares(targets, figures).of(target));
	}

	private List<Revision> of(Target target) {
		ShareOf share = Objects.requireNonNull(target.terms().shareOf());
		Reporting reporting = Objects.requireNonNull(target.reporting());
		List<Revision> all = new ArrayList<>();
		reporting.periods().forEach((period) -> all.addAll(of(target, share, period)));
		return all;
	}

	private List<Revision> of(Target target, ShareOf share, Period period) {
		List<Revision> parts = quantities(share.part(), period);
		List<Revision> wholes = quantities(share.whole(), period);
		List<Revision> derived = new ArrayList<>();
		Stream.concat(parts.stream(), wholes.stream())
			.map(Revision::countsFrom)
			.distinct()
			.sorted()
			.forEach((moment) -> latest(parts, moment).ifPresent((part) -> latest(wholes, moment)
				.flatMap((whole) -> of(target, period, derived.size() + 1, part, whole, moment))
				.ifPresent(derived::add)));
		return derived;
	}

	/**
	 * The share by the newest of both, which may be none: what it takes the place of must
	 * not stay. Where there was none before and nothing is said of it, there is nothing.
	 */
	private Optional<Revision> of(Target target, Period period, int number, Revision part, Revision whole,
			Instant moment) {
		Optional<Quotient> quotient = Quotient.of(quantity(part), quantity(whole),
				Objects.requireNonNull(target.measurement()));
		Optional<Revision> unavailable = Stream.of(part, whole)
			.filter((revision) -> revision.figure().status().isNotAvailable())
			.findFirst();
		if (number == 1 && quotient.isEmpty() && unavailable.isEmpty()) {
			return Optional.empty();
		}
		Figure figure = new Figure(target.indicator(), quotient.map(Quotient::value).orElse(null), null, null,
				unavailable.orElse(part).figure().status(), null, (number > 1) ? number - 1 : null,
				Figure.details((detail) -> switch (detail) {
					case ORIGIN -> quotient.map(Quotient::origin).orElse(null);
					case EXTENT -> quotient.map(Quotient::extent).orElse(null);
					case NOTE -> unavailable.map(this::note).orElse(null);
					default -> null;
				}));
		return Optional.of(new Revision(period, number, figure, NO_SUBMISSION, part.author(), null, moment, moment,
				new Review(true, null, part.author(), moment, moment)));
	}

	private Quantity quantity(Revision revision) {
		Measurement measurement = this.targets.apply(revision.indicator()).map(Target::measurement).orElseThrow();
		return Quantity.of(revision, measurement.shareUnit());
	}

	private String note(Revision unavailable) {
		String name = this.targets.apply(unavailable.indicator()).map((target) -> target.name().zh()).orElse("");
		String note = unavailable.figure().note();
		return (note == null) ? name : name + "：" + note;
	}

	private static Optional<Revision> latest(List<Revision> all, Instant moment) {
		return all.stream()
			.filter((revision) -> !revision.countsFrom().isAfter(moment))
			.reduce((first, second) -> (second.number() > first.number()) ? second : first);
	}

	/**
	 * The approved revisions with the quantity for a value, of the period that ends on
	 * the same day. The newest counts, also where it has no quantity.
	 */
	private List<Revision> quantities(String code, Period period) {
		Measurement measurement = this.targets.apply(code).map(Target::measurement).orElse(null);
		return this.figures.of(code)
			.stream()
			.filter((revision) -> revision.isApproved() && revision.period().endsWith(period))
			.map((revision) -> isQuantity(measurement) ? revision : revision.levelAlone())
			.toList();
	}

	private static boolean isQuantity(@Nullable Measurement measurement) {
		return measurement != null && measurement.isQuantity();
	}

	/**
	 * A period that there is a part of, but no share.
	 *
	 * @param wholeIsThere whether there is a whole, of which that share cannot be told
	 */
	record Lacking(Period period, boolean wholeIsThere) {
	}

	/** The latest of those; what is said to be not available is none. */
	Optional<Lacking> lacking(Target target) {
		ShareOf share = Objects.requireNonNull(target.terms().shareOf());
		return Objects.requireNonNull(target.reporting())
			.periods()
			.stream()
			.flatMap((period) -> lacking(target, share, period).stream())
			.reduce((first, second) -> second);
	}

	private Optional<Lacking> lacking(Target target, ShareOf share, Period period) {
		Optional<Revision> part = newest(quantities(share.part(), period));
		Optional<Revision> whole = newest(quantities(share.whole(), period));
		Optional<Revision> derived = newest(of(target, share, period));
		boolean said = derived
			.filter((revision) -> revision.figure().hasResult() || revision.figure().status().isNotAvailable())
			.isPresent();
		return part.filter((revision) -> revision.figure().hasResult() && !said)
			.map((revision) -> new Lacking(period, whole.filter((known) -> known.figure().hasResult()).isPresent()));
	}

	private static Optional<Revision> newest(List<Revision> all) {
		return latest(all, Instant.MAX);
	}

}
