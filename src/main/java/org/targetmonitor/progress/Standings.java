package org.targetmonitor.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Known;

/**
 * Keeps the present {@link Standing}: asked on every access whether it still holds,
 * rebuilt only where it does not. While the facts cannot be read, scrapes get the last
 * one; how old it is and how often reading failed can be asked.
 */
public final class Standings {

	private static final System.Logger log = System.getLogger(Standings.class.getName());

	private final Facts facts;

	private final StandingBuilder builder;

	private final Clock clock;

	private final Clock wallClock;

	private final AtomicLong failures = new AtomicLong();

	private final AtomicLong failedInARow = new AtomicLong();

	private final PastStandings past = new PastStandings();

	private volatile @Nullable Standing last;

	private volatile @Nullable Instant lastCurrent;

	private volatile Duration lastBuild = Duration.ZERO;

	/**
	 * @param clock the clock that targets are judged by; it may be set to another day
	 * @param wallClock the real time, for the age of the standing
	 */
	public Standings(Facts facts, WorkingDays calendar, Clock clock, Clock wallClock) {
		this.facts = facts;
		this.builder = new StandingBuilder(facts, calendar);
		this.clock = clock;
		this.wallClock = wallClock;
	}

	/**
	 * The standing of all plans now, or the last one while the facts cannot be read.
	 * @throws RuntimeException what the facts threw, if there never was a standing
	 */
	public Standing current() {
		try {
			return checked();
		}
		catch (RuntimeException ex) {
			Standing before = this.last;
			if (before == null) {
				throw ex;
			}
			return before;
		}
	}

	/**
	 * The same for whoever would take an older one for it: a page, or an answer of the
	 * API, does not say how old it is.
	 * @throws RuntimeException what the facts threw
	 */
	public Standing checked() {
		try {
			Standing present = upToDate();
			long failed = this.failedInARow.getAndSet(0);
			if (failed > 0) {
				log.log(System.Logger.Level.INFO, "the standing is current again, after " + failed + " failed checks");
			}
			return present;
		}
		catch (RuntimeException ex) {
			this.failures.incrementAndGet();
			if (this.failedInARow.getAndIncrement() == 0) {
				log.log(System.Logger.Level.ERROR,
						"the standing could not be checked or rebuilt, scrapes get the last one: " + ex);
			}
			throw ex;
		}
	}

	/** What was last computed, however old; empty before the first time. */
	public Optional<Standing> latest() {
		return Optional.ofNullable(this.last);
	}

	/**
	 * How a plan stood at an earlier moment: what was known then, with the targets in
	 * force then. Rests on what is on record of it since the standing was last asked for;
	 * nothing is read again.
	 */
	public Optional<PlanStanding> asOf(String plan, Instant moment) {
		return facts(plan, moment).map((facts) -> this.builder.computed(facts, moment, null));
	}

	/**
	 * The same, but for what is not said of a plan among others: of many plans and the
	 * same moment it is worked out once, as long as nothing else becomes known of them.
	 */
	public Optional<PlanStanding> inBrief(String plan, Instant moment) {
		return facts(plan, moment)
			.map((facts) -> this.past.of(facts, moment, () -> this.builder.computed(facts, moment, null).inBrief()));
	}

	/**
	 * What a plan's standing at a moment rests on, without working it out.
	 * @return empty if there was no such plan then
	 */
	public Optional<PlanFacts> facts(String plan, Instant moment) {
		return atHand(() -> this.facts.read(plan, moment));
	}

	/** What rules of submissions ask about, as it is known now. */
	public Optional<Known> known(String plan) {
		return facts(plan, this.clock.instant()).map(PlanFacts::known);
	}

	/**
	 * How the plans of the areas stand in which a plan's area lies.
	 * @param present how all stand now
	 * @param moment the same moment as the plan's; null for now
	 */
	public List<PlanStanding> above(Standing present, PlanStanding standing, @Nullable Instant moment) {
		List<PlanStanding> above = present.above(standing.plan());
		return (moment == null) ? above
				: above.stream().flatMap((other) -> asOf(other.plan().id(), moment).stream()).toList();
	}

	/**
	 * How a plan would stand now with other figures: for previews, which keep nothing.
	 * @param change makes the figures it is to stand with from those that are known
	 */
	public Optional<PlanStanding> supposing(String plan, BiFunction<Figures, Instant, Figures> change) {
		Instant now = this.clock.instant();
		Standing present = this.last;
		Standing.Part entry = (present != null) ? present.entries().get(plan) : null;
		return facts(plan, now).map((facts) -> this.builder.computed(facts.with(change.apply(facts.figures(), now)),
				now, (entry != null) ? entry.computed() : null));
	}

	/**
	 * How a plan would stand now if another one were recorded, or said something else:
	 * for previews, which keep nothing.
	 */
	public Optional<PlanStanding> supposing(String plan, Plan other) {
		Instant now = this.clock.instant();
		return atHand(() -> this.facts.read(plan, now, other)).map((facts) -> this.builder.computed(facts, now, null));
	}

	/** What was read for the standing is at hand as soon as there is one. */
	private <T> T atHand(Supplier<T> reading) {
		return (this.last != null) ? reading.get() : this.facts.atOnce(reading);
	}

	/**
	 * When the standing was last known to be current, in real time; empty before the
	 * first one.
	 */
	public Optional<Instant> lastCurrent() {
		return Optional.ofNullable(this.lastCurrent);
	}

	/**
	 * How long the records are; empty where that is not known, since the facts could not
	 * be read just now. They are not waited for then.
	 */
	public Optional<RecordLengths> lengths() {
		if (this.failedInARow.get() > 0) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.facts.lengths());
		}
		catch (RuntimeException ex) {
			log.log(System.Logger.Level.ERROR, "the lengths of the records could not be read: " + ex);
			return Optional.empty();
		}
	}

	public Duration lastBuild() {
		return this.lastBuild;
	}

	public long failures() {
		return this.failures.get();
	}

	private Standing upToDate() {
		Instant now = this.clock.instant();
		Standing present = this.last;
		Instant asked = this.wallClock.instant();
		if (present == null || !present.holds(this.facts.changes(), now)) {
			present = rebuilt();
		}
		this.lastCurrent = asked;
		return present;
	}

	private synchronized Standing rebuilt() {
		Instant started = this.wallClock.instant();
		Instant now = this.clock.instant();
		Standing before = this.last;
		Standing built = this.facts.atOnce(() -> {
			Map<String, Long> changes = this.facts.changes();
			return (before != null && before.holds(changes, now)) ? before : this.builder.build(before, changes, now);
		});
		if (built != before) {
			this.last = built;
			this.lastBuild = Duration.between(started, this.wallClock.instant());
		}
		return built;
	}

}
