package org.targetmonitor.submission;

import org.targetmonitor.plan.Plan;

/**
 * The same area's plan of the year before, with its figures.
 *
 * @param plan the plan
 * @param figures its figures
 */
public record YearBefore(Plan plan, Figures figures) {
}
