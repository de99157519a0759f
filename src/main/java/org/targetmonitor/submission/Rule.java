package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;

/** One reason for which a figure is refused, or warned about. */
interface Rule {

	/** Answers with a reason for a person, or nothing. */
	Optional<Fault> check(Candidate candidate);

	/**
	 * A figure about to be recorded, with what it is judged by.
	 *
	 * @param place where it stands in the submission
	 * @param figure the figure
	 * @param target its target
	 * @param submission the submission it came with
	 * @param plan the plan
	 * @param known the figures known so far
	 * @param before the year before, where it is known and asked for
	 * @param today the local day
	 */
	record Candidate(Subject place, Figure figure, Target target, Submission submission, Plan plan, Figures known,
			@Nullable YearBefore before, LocalDate today) {

		Optional<Fault> refuse(String field, String rule, Text reason) {
			return Optional.of(Fault.of(this.place, field, rule, reason));
		}

		/** The same with an exact value. */
		Candidate having(BigDecimal value) {
			return new Candidate(this.place, this.figure.having(value), this.target, this.submission, this.plan,
					this.known, this.before, this.today);
		}

		Period period() {
			return this.submission.period();
		}

		/** What is known of the indicator otherwise. */
		History history() {
			return History.of(this.target, this.plan, this.known, this.before);
		}

		/** The quantity that the figure gives, where it gives one. */
		Optional<BigDecimal> quantity() {
			return History.quantity(this.target).apply(this.figure);
		}

		/** The field that the quantity stands in. */
		String quantityField() {
			return (this.figure.level() != null) ? "level" : "value";
		}

		boolean isSubmitted(Target other) {
			return submitted(other).isPresent();
		}

		/**
		 * Another indicator's quantity of the same period: the one in the same
		 * submission, else the one known.
		 */
		Optional<BigDecimal> quantityOf(Target other) {
			return submitted(other).flatMap(History.quantity(other))
				.or(() -> Optional.ofNullable(this.known.submitted(other.indicator()).get(period()))
					.map(Revision::figure)
					.flatMap(History.quantity(other)));
		}

		/** Another indicator's value of the same period, found in the same way. */
		Optional<BigDecimal> valueOf(Target other) {
			return submitted(other).map(Figure::value)
				.or(() -> Optional.ofNullable(this.known.submitted(other.indicator()).get(period()))
					.map(Revision::value));
		}

		private Optional<Figure> submitted(Target other) {
			return this.submission.figures()
				.stream()
				.filter((figure) -> figure.indicator().equals(other.indicator()))
				.findFirst();
		}

		/**
		 * What the table of steps says of handing it in. Once any revision is approved,
		 * the figure counts as approved, whatever became of a later one.
		 */
		Transition step() {
			State state = replacesApproved() ? State.APPROVED
					: this.known.latest(this.figure.indicator(), period()).map(Revision::state).orElse(State.NOTHING);
			Transition.Action unnamed = (this.figure.replaces() != null) ? Transition.Action.CORRECT
					: Transition.Action.SUBMIT;
			return Transition.of(state, (this.figure.kind() != null) ? Transition.Action.REVISE : unnamed);
		}

		boolean replacesApproved() {
			return this.known.approved(this.figure.indicator()).containsKey(this.submission.period());
		}

	}

}
