package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * One immutable version of a figure.
 *
 * @param period the period it is of
 * @param number 1 for the first, then counting up without a hole
 * @param figure what was handed in
 * @param submission the submission it came with
 * @param author who handed it in
 * @param reason the submission's reason
 * @param recordedAt when the monitor recorded it
 * @param knownFrom from when it counts as known; earlier than {@code recordedAt} only for
 * figures entered later (补录)
 * @param review the decision about it, null while it waits
 */
public record Revision(Period period, int number, Figure figure, UUID submission, String author,
		@Nullable String reason, Instant recordedAt, Instant knownFrom, @Nullable Review review) {

	public String indicator() {
		return this.figure.indicator();
	}

	public @Nullable BigDecimal value() {
		return this.figure.value();
	}

	/** How firm it is: preliminary, final, …, or revised after a census. */
	public Text vintage() {
		return (this.figure.kind() == RevisionKind.CENSUS) ? RevisionKind.CENSUS.words() : this.figure.status().words();
	}

	public State state() {
		if (this.review == null) {
			return State.SUBMITTED;
		}
		return this.review.approved() ? State.APPROVED : State.RETURNED;
	}

	public boolean isApproved() {
		return state() == State.APPROVED;
	}

	/** From when it counts: from its approval, else from when it was handed in. */
	public Instant countsFrom() {
		return (this.review != null && this.review.approved()) ? this.review.knownFrom() : this.knownFrom;
	}

	public boolean isReturned() {
		return state() == State.RETURNED;
	}

	public boolean isWaiting() {
		return state() == State.SUBMITTED;
	}

	/** The revision as it was known at a moment: a later review is not yet there. */
	Revision asOf(Instant moment) {
		if (this.review == null || !this.review.knownFrom().isAfter(moment)) {
			return this;
		}
		return reviewed(null);
	}

	/** The same revision with another decision about it. */
	Revision reviewed(@Nullable Review decision) {
		return new Revision(this.period, this.number, this.figure, this.submission, this.author, this.reason,
				this.recordedAt, this.knownFrom, decision);
	}

}
