package org.targetmonitor.progress;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Target;

/**
 * Which targets of a plan stand as they did when it was last computed: a target is
 * computed from its own figures, its operands' and what was recorded of the plan and of
 * earlier years, and where none of that is another it is the same. What stands the same
 * is the same object.
 */
final class Unchanged {

	private final PlanStanding standing;

	private final Set<String> changed;

	private final Then then;

	private Unchanged(PlanStanding standing, Set<String> changed, Then then) {
		this.standing = standing;
		this.changed = changed;
		this.then = then;
	}

	/**
	 * How a plan was computed.
	 *
	 * @param facts what from
	 * @param now the moment that it was computed for
	 * @param standing what came out
	 */
	record Before(PlanFacts facts, Instant now, PlanStanding standing) {

		/**
		 * Whether all but the plan's own figures is what it was, and nothing of it has
		 * begun to count since.
		 */
		private boolean isAlike(PlanFacts others, Instant moment) {
			Instant release = this.facts.nextRelease();
			boolean nothingReleased = !moment.isBefore(this.now) && (release == null || moment.isBefore(release));
			return nothingReleased && this.facts.plan().equals(others.plan())
					&& this.facts.formerly().equals(others.formerly()) && this.facts.shares().equals(others.shares())
					&& this.facts.oversight().equals(others.oversight())
					&& sameYears(this.facts.earlier(), others.earlier());
		}

		private static boolean sameYears(List<PlanYear> before, List<PlanYear> now) {
			if (before.size() != now.size()) {
				return false;
			}
			for (int index = 0; index < now.size(); index++) {
				PlanYear year = before.get(index);
				PlanYear other = now.get(index);
				if (year.figures() != other.figures() || !year.plan().equals(other.plan())
						|| !year.shares().equals(other.shares())) {
					return false;
				}
			}
			return true;
		}

	}

	/**
	 * What is unchanged since a plan was last computed; empty where everything may be
	 * another.
	 * @param present the standing that is being computed, as far as its day and figures
	 * go
	 */
	static Optional<Unchanged> since(@Nullable Before before, PlanFacts facts, Instant now, PlanStanding present) {
		if (before == null || before.standing().open() != present.open()
				|| !before.standing().today().equals(present.today()) || !before.isAlike(facts, now)) {
			return Optional.empty();
		}
		Set<String> changed = new HashSet<>(before.standing().figures().differences(present.figures()));
		changed.addAll(before.facts()
			.elsewhere()
			.figures()
			.asOf(before.now())
			.differences(facts.elsewhere().figures().asOf(now)));
		changed.addAll(before.facts()
			.elsewhere()
			.lastYear()
			.asOf(before.now())
			.differences(facts.elsewhere().lastYear().asOf(now)));
		Map<String, Elsewhere.Unseen> unseen = before.facts().elsewhere().unseen();
		if (!unseen.equals(facts.elsewhere().unseen())) {
			changed.addAll(unseen.keySet());
			changed.addAll(facts.elsewhere().unseen().keySet());
		}
		withShares(facts, changed);
		return Optional.of(new Unchanged(before.standing(), changed, facts.then()));
	}

	/** With a quantity every share that ever followed from it is another. */
	private static void withShares(PlanFacts facts, Set<String> changed) {
		Set<String> shares = Stream.concat(Stream.of(facts.plan()), facts.formerly().values().stream())
			.flatMap((version) -> version.targets().stream())
			.filter((target) -> Optional.ofNullable(target.terms().shareOf())
				.filter((share) -> share.both().anyMatch(changed::contains))
				.isPresent())
			.map(Target::indicator)
			.collect(Collectors.toSet());
		changed.addAll(shares);
	}

	/**
	 * How a target stood and stands. What a heading over assigned numbers says is filled
	 * in behind this, whatever it said.
	 */
	Optional<TargetProgress> progress(Target target) {
		return isTouched(target) ? Optional.empty() : this.standing.target(target.indicator());
	}

	private boolean isTouched(Target target) {
		return !this.changed.isEmpty() && Stream.concat(Stream.of(target), this.then.versions(target.indicator()))
			.flatMap((version) -> Stream.concat(Stream.of(version), version.other().stream()))
			.flatMap(Target::restsOn)
			.anyMatch(this.changed::contains);
	}

}
