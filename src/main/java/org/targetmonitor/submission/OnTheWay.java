package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Optional;

import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.plan.Target;

/**
 * Whether a value lies between where the year began and the number that need be reached
 * later only: 35.5 % is not far from 80 % by September.
 */
final class OnTheWay {

	private OnTheWay() {
	}

	/**
	 * Of what is on a path or has a deadline that is not reached yet; the way begins with
	 * the period before, else where the plan says, else at 0.
	 */
	static boolean is(Rule.Candidate candidate, BigDecimal value) {
		Target target = candidate.target();
		GoalPath path = target.terms().path();
		boolean later = candidate.period().monthsEnded() < target.months()
				&& (path != null || target.deadline().isPresent());
		Optional<BigDecimal> number = target.goal()
			.number()
			.filter((one) -> later && target.goal().operand().isEmpty());
		Optional<BigDecimal> beginning = candidate.history()
			.before(candidate.period())
			.map(Figure::value)
			.or(() -> Optional.ofNullable(path).map(GoalPath::from))
			.or(() -> target.goal().isCeiling() ? Optional.empty() : Optional.of(BigDecimal.ZERO));
		return number.isPresent() && beginning.isPresent() && value.compareTo(number.get().min(beginning.get())) >= 0
				&& value.compareTo(number.get().max(beginning.get())) <= 0;
	}

}
