package org.targetmonitor.submission.web;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Revision;

/**
 * Tells the audit what became of a submission or a review, from the form, a sheet or the
 * API alike.
 */
@Component
public class OutcomeTrail {

	private final AuditTrail trail;

	OutcomeTrail(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * Carries it out and records it, or does neither: of what was carried out the
	 * figures, of what was refused the rules. What was sent twice is recorded as a
	 * repeat.
	 * @param tried what it was about where nothing was recorded: the submission that was
	 * to be reviewed, the period that was to be filled
	 * @param plan the plan, null where that is known only by what was recorded
	 */
	public Outcome record(String actor, AuditAction action, @Nullable String tried, @Nullable String plan,
			Supplier<Outcome> act) {
		return this.trail.together(() -> told(actor, action, tried, plan, act.get()));
	}

	private Outcome told(String actor, AuditAction action, @Nullable String tried, @Nullable String plan,
			Outcome outcome) {
		if (outcome instanceof Outcome.Recorded done) {
			this.trail.record(actor, action, true, done.submission().toString(), done.plan(),
					(done.repeated() ? "repeat; " : "") + figures(done.about()));
		}
		else {
			this.trail.record(actor, action, false, tried, plan, refusal(outcome));
		}
		return outcome;
	}

	private static String refusal(Outcome outcome) {
		return switch (outcome) {
			case Outcome.Recorded recorded -> "";
			case Outcome.Refused refused when refused.faults().isEmpty() -> "nothing filled";
			case Outcome.Refused refused -> rules(refused.faults());
			case Outcome.Stale stale -> rules(stale.faults());
			case Outcome.Forbidden forbidden when forbidden.faults().isEmpty() -> "other department";
			case Outcome.Forbidden forbidden -> rules(forbidden.faults());
			case Outcome.Unknown unknown -> "unknown";
		};
	}

	private static String figures(List<Revision> revisions) {
		return revisions.stream()
			.map((revision) -> revision.indicator() + " " + revision.period() + " #" + revision.number())
			.collect(Collectors.joining(", ", "figures " + revisions.size() + "; ", ""));
	}

	private static String rules(List<Fault> faults) {
		return Faults.listed(faults)
			.stream()
			.map((fault) -> (fault.subject() + " " + fault.rule()).strip())
			.distinct()
			.collect(Collectors.joining(", ", "rules; ", ""));
	}

}
