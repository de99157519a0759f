package org.targetmonitor.progress;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Comparison;
import org.targetmonitor.submission.Revision;

/**
 * What a target's latest figure says. Numbers are in the indicator's own unit and rounded
 * as published; ratios are shares of 1.
 *
 * @param period the period judged
 * @param last whether it is the year's last period
 * @param actual the judged value
 * @param revision the revision it comes from
 * @param operand the other operand's value, of a relation
 * @param operandRevision the revision that comes from
 * @param comparison the value held against the goal
 * @param headway share done and pace, of a quantity that adds up over the year
 * @param waypoint where the path to the number is, of what must be reached by the year's
 * end; null without a path and at the year's end
 * @param margin the signed distance to what counts as met: in the indicator's unit, or
 * for what adds up over the year in points of pace
 * @param marginRatio the margin as a ratio: percentage points ÷ 100 for growth and ratio,
 * done − pace for level and completion, margin ÷ |number| for a value
 * @param gapRatio the gap as a ratio, made in the same way; done − 1 for level and
 * completion
 * @param met whether the goal is met as far as the period goes
 */
public record Verdict(Period period, boolean last, BigDecimal actual, Revision revision, @Nullable BigDecimal operand,
		@Nullable Revision operandRevision, Comparison comparison, @Nullable Headway headway,
		@Nullable Waypoint waypoint, BigDecimal margin, BigDecimal marginRatio, BigDecimal gapRatio, boolean met) {
}
