package org.targetmonitor.submission;

import java.time.LocalDate;
import java.util.Optional;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
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
	 * @param today the local day
	 */
	record Candidate(String place, Figure figure, Target target, Submission submission, Plan plan, Figures known,
			LocalDate today) {

		Optional<Fault> refuse(String field, String rule, Text reason) {
			return Optional.of(Fault.of(this.place, field, rule, reason));
		}

		boolean replacesApproved() {
			return this.known.approved(this.figure.indicator()).containsKey(this.submission.period());
		}

	}

}
