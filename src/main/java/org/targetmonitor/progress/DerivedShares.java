package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
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

import org.targetmonitor.input.Numbers;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.ShareOf;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

/**
 * Works out the shares of a plan (占全市份额): of each period the part ÷ the whole, anew with
 * each revision of either, and known from when both are.
 */
final class DerivedShares {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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

	private static Optional<Revision> of(Target target, Period period, int number, Revision part, Revision whole,
			Instant moment) {
		BigDecimal own = Objects.requireNonNull(part.value());
		BigDecimal all = Objects.requireNonNull(whole.value());
		if (all.signum() <= 0) {
			return Optional.empty();
		}
		int decimals = Objects.requireNonNull(target.measurement()).decimals();
		BigDecimal share = target.measurement()
			.published(own.multiply(HUNDRED).divide(all, MathContext.DECIMAL128))
			.setScale(decimals);
		Figure figure = new Figure(target.indicator(), share, null, null, part.figure().status(), null,
				(number > 1) ? number - 1 : null, Figure.details((detail) -> (detail == Detail.ORIGIN)
						? Numbers.plain(own) + " ÷ " + Numbers.plain(all) : null));
		return Optional.of(new Revision(period, number, figure, NO_SUBMISSION, part.author(), null, moment, moment,
				new Review(true, null, part.author(), moment, moment)));
	}

	private static Optional<Revision> latest(List<Revision> all, Instant moment) {
		return all.stream()
			.filter((revision) -> !revision.countsFrom().isAfter(moment))
			.reduce((first, second) -> (second.number() > first.number()) ? second : first);
	}

	/**
	 * The approved revisions with the quantity for a value, of the period that ends on
	 * the same day.
	 */
	private List<Revision> quantities(String code, Period period) {
		Measurement measurement = this.targets.apply(code).map(Target::measurement).orElse(null);
		return this.figures.of(code)
			.stream()
			.filter((revision) -> revision.isApproved() && revision.period().endsWith(period))
			.map((revision) -> isQuantity(measurement) ? revision : revision.levelAlone())
			.filter((revision) -> revision.value() != null)
			.toList();
	}

	private static boolean isQuantity(@Nullable Measurement measurement) {
		return measurement != null && measurement.measure() == Measure.LEVEL;
	}

	/** The latest period that there is a part of, but no share. */
	Optional<Period> lacking(Target target) {
		ShareOf share = Objects.requireNonNull(target.terms().shareOf());
		return Objects.requireNonNull(target.reporting())
			.periods()
			.stream()
			.filter((period) -> !quantities(share.part(), period).isEmpty()
					&& quantities(share.whole(), period).isEmpty())
			.reduce((first, second) -> second);
	}

}
