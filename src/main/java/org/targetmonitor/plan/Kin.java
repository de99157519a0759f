package org.targetmonitor.plan;

import org.jspecify.annotations.Nullable;

/**
 * How a plan stands to the other plans of its area.
 *
 * @param beside whether it stands beside the area's main plan of the year, as a list of
 * works for the people's livelihood or a plan of five years does: such a plan is no
 * other's year before, and nothing is held against it, unless it is named
 * @param yearBefore the code of the plan that is its year before; null where that is
 * found by each indicator
 */
public record Kin(boolean beside, @Nullable String yearBefore) {

	/** Of an area's main plan that names no other. */
	public static final Kin NONE = new Kin(false, null);

}
