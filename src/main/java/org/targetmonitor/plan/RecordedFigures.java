package org.targetmonitor.plan;

import java.util.Map;

/** Tells how many figures stand under each code of a plan. */
@FunctionalInterface
public interface RecordedFigures {

	/** By the code, of those that were not returned; without what has none. */
	Map<String, Held> of(String plan);

	/**
	 * What stands under a code.
	 *
	 * @param figures of how many periods there is a figure with a number of its own
	 * @param levels of how many there is a level beside it
	 */
	record Held(int figures, int levels) {

		public static final Held NONE = new Held(0, 0);

	}

}
