package org.targetmonitor.submission.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Fault;
import org.targetmonitor.submission.Outcome;
import org.targetmonitor.submission.Revision;

/** Tells the audit what became of a submission or a review. */
@Component
class OutcomeTrail {

	private final AuditTrail trail;

	OutcomeTrail(AuditTrail trail) {
		this.trail = trail;
	}

	/**
	 * Records it and passes it on; of what was refused, the rules.
	 * @param submission the submission, null of one that was only tried
	 * @param plan the plan, null where that is known only by what was recorded
	 */
	Outcome record(SignedIn user, AuditAction action, @Nullable UUID submission, @Nullable String plan,
			Outcome outcome) {
		switch (outcome) {
			case Outcome.Recorded done -> this.trail.record(user.getUsername(), action, true,
					done.submission().toString(), done.plan(), figures(done.revisions()));
			case Outcome.Refused refused -> refused(user, action, submission, plan, rules(refused.faults()));
			case Outcome.Stale stale -> refused(user, action, submission, plan, rules(stale.faults()));
			case Outcome.Forbidden forbidden -> refused(user, action, submission, plan, rules(forbidden.faults()));
			case Outcome.Unknown unknown -> refused(user, action, submission, null, plan);
		}
		return outcome;
	}

	private void refused(SignedIn user, AuditAction action, @Nullable UUID submission, @Nullable String plan,
			@Nullable String detail) {
		this.trail.record(user.getUsername(), action, false, (submission != null) ? submission.toString() : null, plan,
				detail);
	}

	private static String figures(List<Revision> revisions) {
		return revisions.stream()
			.map((revision) -> revision.indicator() + " " + revision.period() + " #" + revision.number())
			.collect(Collectors.joining(", "));
	}

	private static String rules(List<Fault> faults) {
		return faults.stream()
			.map((fault) -> (fault.subject() + " " + fault.rule()).strip())
			.distinct()
			.collect(Collectors.joining(", "));
	}

}
