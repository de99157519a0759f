package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;

import org.targetmonitor.plan.GoalPath;
import org.targetmonitor.submission.Revision;

/**
 * A point of the path to a number that must be reached by the year's end.
 *
 * @param begin where the year began
 * @param number what is asked for by the period, at the published decimals
 * @param by how the path runs: where last year's course is not known, in equal steps
 * @param from the revisions it was taken from: last year's figures; none where the plan
 * says where the year began and the steps are equal
 */
public record Waypoint(BigDecimal begin, BigDecimal number, GoalPath.By by, List<Revision> from) {

	public Waypoint {
		from = List.copyOf(from);
	}

}
