package org.targetmonitor.canary.submission;

import org.targetmonitor.plan.AtLeast;
import org.targetmonitor.plan.AtMost;
import org.targetmonitor.plan.Between;
import org.targetmonitor.plan.Goal;

/** Asks a goal for its kind in place of asking the goal. */
final class KnowsTheKindsOfGoal {

	private KnowsTheKindsOfGoal() {
	}

	static boolean byInstanceof(Goal goal) {
		return goal instanceof AtLeast;
	}

	static int bySwitch(Goal goal) {
		return switch (goal) {
			case AtMost most -> most.hashCode();
			default -> 0;
		};
	}

	static boolean byClass(Goal goal) {
		return goal.getClass() == Between.class;
	}

}
