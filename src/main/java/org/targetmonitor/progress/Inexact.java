package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Revision;

/**
 * A verdict by figures that were published without an exact number: the one that every
 * reading of them gives. There is no gap and no margin.
 *
 * @param period the period judged
 * @param last whether it is the year's last period
 * @param met whether the goal is met as far as the period goes
 * @param actual the judged figure as published, with its unit
 * @param decrease whether that is the size of a decrease
 * @param crossesZero whether it may be a rise or a fall
 * @param revision the revision it comes from
 * @param operand the other operand as published, of a relation and against the year
 * before; else null
 * @param operandRevision the revision that comes from
 * @param howFar whether every reading is as far behind; if not, it is said to be at risk,
 * which all of them are at least
 * @param reading one of the verdicts that the readings give, for the pace or the point of
 * the path that all share: its own numbers were never published
 */
public record Inexact(Period period, boolean last, boolean met, Text actual, boolean decrease, boolean crossesZero,
		Revision revision, @Nullable Text operand, @Nullable Revision operandRevision, boolean howFar,
		Verdict reading) {

	/**
	 * What was asked for; empty where the readings of the other operand ask for different
	 * numbers.
	 */
	Optional<BigDecimal> line() {
		boolean exact = this.operandRevision == null || this.operandRevision.figure().extent() == null;
		return exact ? Optional.of(this.reading.comparison().line()) : Optional.empty();
	}

}
