package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;

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
 * @param review the decision about it, null where nobody decided
 * @param replaced whether a newer revision of the same figure is known, as
 * {@link Figures} finds out
 * @param publishedAt when the day began on which it came out, where it was known from
 * then on whenever it was recorded; null where it was not, as {@link Publications} finds
 * out
 */
public record Revision(Period period, int number, Figure figure, UUID submission, String author,
		@Nullable String reason, Instant recordedAt, Instant knownFrom, @Nullable Review review, boolean replaced,
		@Nullable Instant publishedAt) {

	/** A revision by itself: whether it was replaced is seen beside the others only. */
	public Revision(Period period, int number, Figure figure, UUID submission, String author, @Nullable String reason,
			Instant recordedAt, Instant knownFrom, @Nullable Review review) {
		this(period, number, figure, submission, author, reason, recordedAt, knownFrom, review, false, null);
	}

	public String indicator() {
		return this.figure.indicator();
	}

	public @Nullable BigDecimal value() {
		return this.figure.value();
	}

	/** How firm it is: preliminary, final, …, or revised after a census. */
	public Text firmness(@Nullable Measurement measurement) {
		return (this.figure.kind() == RevisionKind.CENSUS) ? RevisionKind.CENSUS.words()
				: this.figure.status().words(measurement);
	}

	public State state() {
		if (this.review == null) {
			return this.replaced ? State.REPLACED : State.SUBMITTED;
		}
		return this.review.approved() ? State.APPROVED : State.RETURNED;
	}

	public boolean isApproved() {
		return state() == State.APPROVED;
	}

	/** From when the decision about it counts; null where nobody decided. */
	public @Nullable Instant decidedAt() {
		return (this.review != null) ? this.review.knownFrom() : null;
	}

	/**
	 * From when it may be judged by: from the day that it came out or its approval,
	 * whichever is earlier, else from when it was handed in.
	 */
	public Instant countsFrom() {
		return (this.review != null && this.review.approved()) ? earlier(this.review.knownFrom()) : this.knownFrom;
	}

	/** From when it is seen: an approved one from the day that it came out. */
	Instant seenFrom() {
		return earlier(this.knownFrom);
	}

	private Instant earlier(Instant recorded) {
		Instant published = this.publishedAt;
		boolean approved = this.review != null && this.review.approved();
		return (approved && published != null && published.isBefore(recorded)) ? published : recorded;
	}

	/** From when the decision about it is seen; where nobody decided, from when it is. */
	Instant decisionSeenFrom() {
		return (this.review != null) ? earlier(this.review.knownFrom()) : seenFrom();
	}

	/** Whether it was handed in by a moment, whenever it came out. */
	boolean isHandedInBy(Instant moment) {
		return !this.knownFrom.isAfter(moment);
	}

	public boolean isReturned() {
		return state() == State.RETURNED;
	}

	/** Whether a reviewer can decide about it: nobody did, and nothing newer is there. */
	public boolean isWaiting() {
		return state() == State.SUBMITTED;
	}

	/** The revision as it was known at a moment: a later review is not yet there. */
	Revision asOf(Instant moment) {
		if (this.review == null || !decisionSeenFrom().isAfter(moment)) {
			return this;
		}
		return reviewed(null);
	}

	/** The revision without a decision that was recorded later. */
	Revision asRecordedBy(Instant moment) {
		return (this.review == null || !this.review.recordedAt().isAfter(moment)) ? this : reviewed(null);
	}

	/** The same revision as another plan calls its indicator. */
	public Revision under(String indicator) {
		return new Revision(this.period, this.number, this.figure.under(indicator), this.submission, this.author,
				this.reason, this.recordedAt, this.knownFrom, this.review, this.replaced, this.publishedAt);
	}

	/**
	 * The same revision with the level that it carries for a value, where that is what is
	 * looked at.
	 */
	public Revision as(@Nullable Measurement how) {
		return (how == null || !how.beside()) ? this : levelAlone();
	}

	/** The same revision with the level that it carries for a value. */
	public Revision levelAlone() {
		return new Revision(this.period, this.number, this.figure.levelAlone(), this.submission, this.author,
				this.reason, this.recordedAt, this.knownFrom, this.review, this.replaced, this.publishedAt);
	}

	/** The revision before anything became of it. */
	Revision asHandedIn() {
		return reviewed(null).replaced(false);
	}

	/** The same revision with another decision about it. */
	Revision reviewed(@Nullable Review decision) {
		return new Revision(this.period, this.number, this.figure, this.submission, this.author, this.reason,
				this.recordedAt, this.knownFrom, decision, this.replaced, this.publishedAt);
	}

	/** The same revision beside a newer one, or as the newest. */
	Revision replaced(boolean now) {
		return (this.replaced == now) ? this : new Revision(this.period, this.number, this.figure, this.submission,
				this.author, this.reason, this.recordedAt, this.knownFrom, this.review, now, this.publishedAt);
	}

	/** The same revision as one that was known from the day on that it came out. */
	Revision publishedAt(Instant day) {
		return new Revision(this.period, this.number, this.figure, this.submission, this.author, this.reason,
				this.recordedAt, this.knownFrom, this.review, this.replaced, day);
	}

}
