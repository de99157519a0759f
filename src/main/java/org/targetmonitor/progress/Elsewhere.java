package org.targetmonitor.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.OtherArea;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.ShareOf;
import org.targetmonitor.plan.Target;
import org.targetmonitor.reference.ReferenceFigure;
import org.targetmonitor.reference.ReferenceFigures;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

/**
 * What other areas' figures a plan's targets are held against: of the area's plan of the
 * year where the monitor has one with the indicator, of the periods that it has none of
 * the reference figures.
 *
 * @param figures the figures, by the codes that they have in the plan
 * @param measured how they are measured there, by the same codes
 * @param plans the plans that were looked at
 * @param restsOn the things it was put together from, which are others once something
 * else is known; empty where nothing is held against another area
 * @param lastYear last year's figures of what shares are of, by the same codes
 * @param unseen the codes of which a plan that is there is not taken, and why
 */
public record Elsewhere(Figures figures, Map<String, Target> measured, Set<String> plans, List<Object> restsOn,
		Figures lastYear, Map<String, Unseen> unseen) {

	/** Of a plan that is held against no other area. */
	public static final Elsewhere NONE = new Elsewhere(new Figures(List.of()), Map.of(), Set.of(), List.of(),
			new Figures(List.of()), Map.of());

	private static final UUID NO_SUBMISSION = new UUID(-1, -1);

	public Elsewhere {
		measured = Map.copyOf(measured);
		plans = Set.copyOf(plans);
		restsOn = List.copyOf(restsOn);
		unseen = Map.copyOf(unseen);
	}

	/** Why a plan of another area is not taken. */
	public enum Unseen {

		/** Several have the indicator: which is meant cannot be known. */
		SEVERAL,
		/** The plan here is invented and the one there is not. */
		INVENTED_HERE,
		/** The plan there is invented and the one here is not. */
		INVENTED_THERE,
		/** It is measured otherwise there. */
		MEASURED_OTHERWISE

	}

	/** Whether anything is held against another area. */
	public boolean any() {
		return !this.restsOn.isEmpty();
	}

	/**
	 * Another area's plan in force.
	 *
	 * @param plan the plan
	 * @param figures its figures
	 */
	record Source(Plan plan, Figures figures) {
	}

	/**
	 * Looks for what a plan's targets name.
	 * @param plan the plan in force
	 * @param formerly the plan as it was in force before, whose targets are looked at,
	 * too
	 * @param sources finds an area's plans that are in force
	 * @param reference the reference figures
	 */
	static Elsewhere of(Plan plan, NavigableMap<Instant, Plan> formerly, Function<String, List<Source>> sources,
			ReferenceFigures reference) {
		Map<String, Target> named = new LinkedHashMap<>();
		Stream.concat(Stream.of(plan), formerly.values().stream())
			.flatMap((version) -> version.elsewhere().stream())
			.forEach((operand) -> named.putIfAbsent(operand.indicator(), operand));
		if (named.isEmpty()) {
			return NONE;
		}
		Elsewhere present = of(plan, plan.year(), named.values(), sources, reference);
		Set<String> wholes = plan.targets()
			.stream()
			.flatMap((target) -> Stream.ofNullable(target.terms().shareOf()))
			.map(ShareOf::whole)
			.collect(Collectors.toSet());
		List<Target> wholesElsewhere = named.values()
			.stream()
			.filter((one) -> wholes.contains(one.indicator()))
			.toList();
		return wholesElsewhere.isEmpty() ? present
				: present.with(of(plan, plan.year() - 1, wholesElsewhere, sources, reference));
	}

	private Elsewhere with(Elsewhere before) {
		return new Elsewhere(this.figures, this.measured,
				Stream.concat(this.plans.stream(), before.plans.stream()).collect(Collectors.toSet()),
				Stream.concat(this.restsOn.stream(), before.restsOn.stream()).toList(), before.figures, this.unseen);
	}

	private static Elsewhere of(Plan plan, int year, Collection<Target> named, Function<String, List<Source>> sources,
			ReferenceFigures reference) {
		Map<String, List<Revision>> figures = new HashMap<>();
		Map<String, Target> measured = new LinkedHashMap<>();
		Set<String> plans = new LinkedHashSet<>();
		Map<String, Unseen> unseen = new HashMap<>();
		List<Object> restsOn = new ArrayList<>(List.of(plan, reference));
		for (Target operand : named) {
			OtherArea other = OtherArea.of(operand.indicator()).orElseThrow();
			List<Source> all = sources.apply(other.area());
			all.forEach((source) -> {
				plans.add(source.plan().id());
				restsOn.addAll(List.of(source.plan(), source.figures()));
			});
			List<Source> having = all.stream().filter((one) -> has(one, year, other, operand)).toList();
			List<Source> found = having.stream().filter((one) -> one.plan().invented() == plan.invented()).toList();
			if (found.size() > 1) {
				unseen.put(operand.indicator(), Unseen.SEVERAL);
				continue;
			}
			if (found.isEmpty() && !having.isEmpty()) {
				unseen.put(operand.indicator(), plan.invented() ? Unseen.INVENTED_HERE : Unseen.INVENTED_THERE);
			}
			List<Revision> published = published(reference, year, other, operand);
			if (having.isEmpty() && (all.stream().anyMatch((one) -> isThere(one, year, other))
					|| (published.isEmpty() && isThere(reference, year, other)))) {
				unseen.put(operand.indicator(), Unseen.MEASURED_OTHERWISE);
			}
			Optional<Source> source = found.stream().findFirst();
			Optional<Target> theirs = source.flatMap((one) -> like(one, other, operand));
			theirs.map((like) -> operand.measured(Objects.requireNonNull(like.measurement())))
				.ifPresent((like) -> measured.put(operand.indicator(), like));
			List<Revision> reported = source.map((one) -> {
				Elsewhere wholes = wholes(one, theirs.orElseThrow(), sources, reference);
				plans.addAll(wholes.plans());
				restsOn.addAll(wholes.restsOn());
				return reported(new Source(wholes.seenFrom(one.plan()), wholes.beside(one.figures(), Instant.MAX)),
						other, theirs.orElseThrow());
			}).orElse(List.of());
			figures.put(operand.indicator(), Stream.concat(reported.stream(), published.stream()).toList());
		}
		List<Revision> all = figures.values().stream().flatMap(List::stream).toList();
		return new Elsewhere(new Figures(all), measured, plans, restsOn, new Figures(List.of()), unseen);
	}

	private static boolean isThere(ReferenceFigures reference, int year, OtherArea other) {
		return reference.of(other.area(), other.indicator())
			.stream()
			.anyMatch((figure) -> figure.place().period().year() == year);
	}

	private static boolean isThere(Source source, int year, OtherArea other) {
		return source.plan().year() == year && !source.plan().kin().beside()
				&& source.plan()
					.target(other.indicator())
					.filter((theirs) -> theirs.goal().hasOwnFigures() && theirs.measurement() != null)
					.isPresent();
	}

	private static boolean has(Source source, int year, OtherArea other, Target operand) {
		Measurement own = operand.measurement();
		return source.plan().year() == year && !source.plan().kin().beside()
				&& like(source, other, operand)
					.filter((theirs) -> theirs.goal().hasOwnFigures() && theirs.measurement() != null && own != null
							&& theirs.measurement().isComparable(own))
					.isPresent();
	}

	/** What the other area has, by its quantity where that is what is meant. */
	private static Optional<Target> like(Source source, OtherArea other, Target operand) {
		return source.plan().target(other.indicator()).flatMap((theirs) -> theirs.measuredAs(operand.measurement()));
	}

	/**
	 * What a share of another area is worked out of, where the whole is a third area's: a
	 * quantity, which ends it.
	 */
	private static Elsewhere wholes(Source source, Target theirs, Function<String, List<Source>> sources,
			ReferenceFigures reference) {
		ShareOf share = theirs.terms().shareOf();
		List<Target> wholes = (share == null) ? List.of()
				: source.plan().elsewhere().stream().filter((one) -> one.indicator().equals(share.whole())).toList();
		return wholes.isEmpty() ? NONE : of(source.plan(), source.plan().year(), wholes, sources, reference);
	}

	/** The approved revisions: of the others nobody beyond that area may know. */
	private static List<Revision> reported(Source source, OtherArea other, Target theirs) {
		return DerivedShares.ofOne(theirs, source.plan()::target, source.figures())
			.of(other.indicator())
			.stream()
			.filter(Revision::isApproved)
			.map((revision) -> revision.as(theirs.measurement()).under(other.code()))
			.toList();
	}

	private static List<Revision> published(ReferenceFigures reference, int year, OtherArea other, Target operand) {
		List<Revision> revisions = new ArrayList<>();
		Measurement own = operand.measurement();
		reference.of(other.area(), other.indicator()).forEach((figure) -> {
			if (own != null && figure.place().period().year() == year && isLike(figure, own)) {
				revisions.add(revision(figure, other.code()));
			}
		});
		return revisions;
	}

	private static boolean isLike(ReferenceFigure figure, Measurement own) {
		return figure.place().measure() == own.measure() && figure.unitSign().equals(own.unitSign());
	}

	private static Revision revision(ReferenceFigure figure, String code) {
		Instant known = figure.knownFrom();
		Integer replaces = (figure.number() > 1) ? figure.number() - 1 : null;
		Figure handedIn = new Figure(code, figure.value(), null, null, figure.status(), null, replaces,
				Figure.details((detail) -> switch (detail) {
					case ORIGIN -> figure.origin();
					case PUBLISHED -> figure.published().toString();
					default -> null;
				}));
		return new Revision(figure.place().period(), figure.number(), handedIn, NO_SUBMISSION, figure.author(),
				figure.reason(), figure.recordedAt(), known,
				new Review(true, null, figure.author(), figure.recordedAt(), known));
	}

	private static boolean isReportedIn(List<Revision> all, Revision reference) {
		return all.stream()
			.anyMatch((other) -> !isReference(other) && other.isApproved()
					&& other.period().endsWith(reference.period()));
	}

	/** Whether a revision came from the reference figures. */
	static boolean isReference(Revision revision) {
		return revision.submission().equals(NO_SUBMISSION) && OtherArea.of(revision.indicator()).isPresent();
	}

	/** The plan with the operands as they are measured there. */
	Plan seenFrom(Plan plan) {
		return this.measured.isEmpty() ? plan
				: plan.seeing(plan.elsewhere()
					.stream()
					.map((operand) -> this.measured.getOrDefault(operand.indicator(), operand))
					.toList());
	}

	/** The same of each of its versions. */
	NavigableMap<Instant, Plan> seenFrom(NavigableMap<Instant, Plan> versions) {
		NavigableMap<Instant, Plan> seen = new TreeMap<>();
		versions.forEach((from, version) -> seen.put(from, seenFrom(version)));
		return seen;
	}

	/** The same as verdicts that froze at a moment go on seeing it. */
	Elsewhere frozenAt(Instant moment) {
		return any() ? new Elsewhere(this.figures.frozenAt(moment), this.measured, this.plans, this.restsOn,
				this.lastYear.frozenAt(moment), this.unseen) : this;
	}

	/** Own figures with those of the other areas as they were known at a moment. */
	Figures beside(Figures own, Instant moment) {
		return any() ? beside(own, this.figures, moment) : own;
	}

	/** Last year's own figures with those that shares of last year follow from. */
	Figures besideLastYear(Figures own, Instant moment) {
		return this.lastYear.revisions().isEmpty() ? own : beside(own, this.lastYear, moment);
	}

	private static Figures beside(Figures own, Figures elsewhere, Instant moment) {
		Map<String, List<Revision>> others = new HashMap<>();
		elsewhere.asOf(moment)
			.revisions()
			.stream()
			.forEach((revision) -> others.computeIfAbsent(revision.indicator(), (code) -> new ArrayList<>())
				.add(revision));
		// What that area reports itself takes the place of what others tell of it, once
		// it
		// is known
		others.replaceAll(
				(code, all) -> all.stream().filter((one) -> !isReference(one) || !isReportedIn(all, one)).toList());
		// Nothing that the plan itself holds stands in for another area
		own.revisions()
			.stream()
			.map(Revision::indicator)
			.filter((code) -> OtherArea.of(code).isPresent())
			.forEach((code) -> others.putIfAbsent(code, List.of()));
		return own.changed(others);
	}

}
