package org.targetmonitor.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanUnreadable;

/** Works standings out: plan by plan, of each what does not stand as it did. */
final class StandingBuilder {

	private static final System.Logger log = System.getLogger(Standings.class.getName());

	/**
	 * After this long what could not be read is tried again: somebody may have mended it.
	 */
	private static final Duration RETRY = Duration.ofSeconds(10);

	private final Facts facts;

	private final WorkingDays calendar;

	StandingBuilder(Facts facts, WorkingDays calendar) {
		this.facts = facts;
		this.calendar = calendar;
	}

	/**
	 * The standing by these change numbers, of what still holds the parts of the one
	 * before.
	 */
	Standing build(@Nullable Standing before, Map<String, Long> changes, Instant now) {
		Map<String, Standing.Part> entries = new LinkedHashMap<>();
		boolean samePlans = before != null && before.isOf(changes.keySet());
		changes.keySet().stream().filter((plan) -> !plan.equals(Facts.REFERENCE)).forEach((plan) -> {
			Standing.Part kept = (before != null) ? before.entries().get(plan) : null;
			entries.put(plan,
					(kept != null && samePlans && kept.holds(changes, now)) ? kept : entry(plan, kept, changes, now));
		});
		return new Standing(entries);
	}

	/** What cannot be read of one plan must not hold up the others. */
	private Standing.Part entry(String plan, Standing.@Nullable Part before, Map<String, Long> changes, Instant now) {
		try {
			return this.facts.read(plan, now)
				.map((facts) -> entry(facts, before, changes, now))
				.orElseGet(() -> notInForce(plan, changes, now));
		}
		catch (PlanUnreadable ex) {
			if (before == null || before.unreadable() == null) {
				log.log(System.Logger.Level.ERROR, ex.getMessage() + "; the other plans go on");
				log.log(System.Logger.Level.DEBUG, "how that was found", ex);
			}
			return new Standing.Part(Map.of(plan, changes.getOrDefault(plan, 0L)), Instant.MIN, now.plus(RETRY),
					(before != null) ? before.readAt() : now, (before != null) ? before.computed() : null, ex);
		}
	}

	/**
	 * A plan that is recorded but does not count yet: another replica's clock may be
	 * ahead.
	 */
	private Standing.Part notInForce(String plan, Map<String, Long> changes, Instant now) {
		return new Standing.Part(Map.of(plan, changes.getOrDefault(plan, 0L)), Instant.MIN,
				this.facts.nextRelease(plan, now).orElse(Instant.MAX), now, null, null);
	}

	private Standing.Part entry(PlanFacts facts, Standing.@Nullable Part before, Map<String, Long> changes,
			Instant now) {
		Plan plan = facts.plan();
		Map<String, Long> read = new LinkedHashMap<>();
		read.put(plan.id(), changes.getOrDefault(plan.id(), 0L));
		facts.lookedAt().forEach((other) -> read.put(other, changes.getOrDefault(other, 0L)));
		facts.elsewhere().plans().forEach((other) -> read.put(other, changes.getOrDefault(other, 0L)));
		if (facts.elsewhere().any() && changes.containsKey(Facts.REFERENCE)) {
			read.put(Facts.REFERENCE, changes.getOrDefault(Facts.REFERENCE, 0L));
		}
		Instant today = plan.dayOf(now).atStartOfDay(plan.zone()).toInstant();
		Instant tomorrow = plan.dayOf(now).plusDays(1).atStartOfDay(plan.zone()).toInstant();
		Instant release = facts.nextRelease();
		Instant holdsUntil = (release != null && release.isBefore(tomorrow)) ? release : tomorrow;
		PlanStanding standing = computed(facts, now, (before != null) ? before.computed() : null);
		return new Standing.Part(read, today, holdsUntil, now, new Unchanged.Before(facts, now, standing), null);
	}

	/** What is stored may be readable and still make no sense. */
	PlanStanding computed(PlanFacts facts, Instant moment, Unchanged.@Nullable Before before) {
		try {
			return PlanStanding.of(facts, this.calendar, moment, before);
		}
		catch (RuntimeException ex) {
			throw new PlanUnreadable(facts.plan().id(), ex);
		}
	}

}
