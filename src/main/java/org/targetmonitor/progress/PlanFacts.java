package org.targetmonitor.progress;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.oversight.Oversight;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.YearsBefore;
import org.targetmonitor.submission.BaseShares;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Known;
import org.targetmonitor.submission.YearBefore;

/**
 * What a plan's standing is computed from.
 *
 * @param plan the plan with the targets in force
 * @param figures all its figures
 * @param nextRelease the first later moment from which something recorded already counts
 * as known, if there is one
 * @param shares the base shares recorded for the plan
 * @param earlier the plans of the area that are its earlier years, newest first; of one
 * year there may be several
 * @param lookedAt the codes of all plans that were looked at for them, taken or not
 * @param formerly the plan as it was in force from each moment on at which it changed;
 * empty where it never did
 * @param oversight what was decided about targets that lag
 * @param elsewhere what other areas' figures its targets are held against
 */
public record PlanFacts(Plan plan, Figures figures, @Nullable Instant nextRelease, BaseShares shares,
		List<PlanYear> earlier, Set<String> lookedAt, NavigableMap<Instant, Plan> formerly, Oversight oversight,
		Elsewhere elsewhere) {

	public PlanFacts {
		earlier = List.copyOf(earlier);
		lookedAt = Set.copyOf(lookedAt);
		formerly = Collections.unmodifiableNavigableMap(new TreeMap<>(formerly));
	}

	/**
	 * With earlier years for which no other plan was looked at, against no other area.
	 */
	public PlanFacts(Plan plan, Figures figures, @Nullable Instant nextRelease, BaseShares shares,
			List<PlanYear> earlier, NavigableMap<Instant, Plan> formerly, Oversight oversight) {
		this(plan, figures, nextRelease, shares, earlier,
				earlier.stream().map((year) -> year.plan().id()).collect(Collectors.toSet()), formerly, oversight,
				Elsewhere.NONE);
	}

	/** Of a plan whose targets were never changed, with the year before alone. */
	public PlanFacts(Plan plan, Figures figures, @Nullable Plan before, @Nullable Figures figuresBefore,
			@Nullable Instant nextRelease) {
		this(plan, figures, nextRelease, BaseShares.NONE,
				(before == null || figuresBefore == null) ? List.of()
						: List.of(new PlanYear(before, figuresBefore, BaseShares.NONE)),
				Collections.emptyNavigableMap(), Oversight.NONE);
	}

	/** What rules of submissions ask about. */
	public Known known() {
		return new Known(this.plan, this.figures, YearBefore
			.of(yearBefore(1).map((year) -> new YearBefore.OfPlan(year.plan(), year.figures())).toList()));
	}

	private Stream<PlanYear> yearBefore(int years) {
		return this.earlier.stream().filter((year) -> year.plan().year() == this.plan.year() - years);
	}

	/**
	 * The things that it is made of, which are others once something else is known. A
	 * plan that is held against other areas is seen anew with each reading, what that
	 * rests on is not.
	 */
	Stream<Object> parts() {
		Stream<Object> plans = this.elsewhere.any() ? this.elsewhere.restsOn().stream() : Stream.of(this.plan);
		return Stream
			.of(plans, Stream.of(this.figures, this.shares, this.oversight),
					this.earlier.stream().flatMap((year) -> Stream.of(year.plan(), year.figures(), year.shares())))
			.flatMap((parts) -> parts);
	}

	/** The same plan with other figures. */
	PlanFacts with(Figures others) {
		return new PlanFacts(this.plan, others, this.nextRelease, this.shares, this.earlier, this.lookedAt,
				this.formerly, this.oversight, this.elsewhere);
	}

	/**
	 * The same with other years and other areas as verdicts that froze at a moment go on
	 * seeing them. Own figures stay as they are: what came later is still shown.
	 */
	PlanFacts frozenAt(Instant moment) {
		return new PlanFacts(this.plan, this.figures, this.nextRelease, this.shares,
				this.earlier.stream().map((year) -> year.frozenAt(moment)).toList(), this.lookedAt, this.formerly,
				this.oversight, this.elsewhere.frozenAt(moment));
	}

	/** The plan and the year before it as they were at earlier moments. */
	Then then() {
		return new Then(this.plan, this.formerly, this::lastYear);
	}

	/** How far a target's own figures were revised, this year and before. */
	@Nullable RevisionRecord revisions(Target target, Instant moment) {
		if (target.reporting() == null || target.measurement() == null) {
			return null;
		}
		Map<Target, Figures> earlier = new LinkedHashMap<>();
		this.earlier.stream().map((year) -> year.plan().year()).distinct().forEach((number) -> {
			List<PlanYear> ofYear = this.earlier.stream().filter((year) -> year.plan().year() == number).toList();
			YearsBefore.only(ofYear, (year) -> alike(year, target).map((then) -> Map.entry(then, year.figures())))
				.ifPresent((then) -> earlier.put(then.getKey(), then.getValue().asOf(moment)));
		});
		return RevisionRecord.of(target, this.figures.asOf(moment), earlier);
	}

	private static Optional<Target> alike(PlanYear year, Target target) {
		return year.plan()
			.target(target.indicator())
			.flatMap((then) -> then.measuredAs(target.measurement()))
			.filter((then) -> then.reporting() != null && alike(then.measurement(), target.measurement()));
	}

	private static boolean alike(@Nullable Measurement then, @Nullable Measurement now) {
		return then != null && now != null && then.isLike(now) && then.decimals() == now.decimals();
	}

	/** All years of the area as they were known at a moment. */
	YearsOnRecord years(Instant moment) {
		return new YearsOnRecord(
				Stream.concat(Stream.of(new PlanYear(this.plan, this.figures, this.shares)), this.earlier.stream())
					.toList(),
				moment);
	}

	LastYear lastYear(Instant moment) {
		return LastYear.of(yearBefore(1).map((year) -> year.asOf(moment))
			.map((year) -> new PlanYear(year.plan(), this.elsewhere.besideLastYear(year.figures(), moment),
					year.shares()))
			.toList(), yearBefore(2).map((year) -> year.asOf(moment)).toList());
	}

}
