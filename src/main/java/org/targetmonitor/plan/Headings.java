package org.targetmonitor.plan;

import java.util.Map;
import java.util.Optional;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/** Checks that assigned numbers stand under a heading that waits for them. */
final class Headings {

	private final Map<String, Target> targets;

	private final Map<String, Fields> places;

	Headings(Map<String, Target> targets, Map<String, Fields> places) {
		this.targets = targets;
		this.places = places;
	}

	void check() {
		this.targets.values().forEach((target) -> {
			Assignment assigned = target.assigned();
			Fields place = this.places.get(target.indicator());
			if (assigned != null && place != null) {
				check(target, assigned, place);
			}
		});
	}

	private void check(Target target, Assignment assigned, Fields place) {
		Optional<Target> heading = Optional.ofNullable(this.targets.get(assigned.under()));
		if (target.goal().awaitsNumbers()) {
			place.fault("under", "nested", new Text("下达指标的总项不能再列在另一总项之下", "a heading does not stand under another"));
		}
		else if (heading.filter((found) -> found.goal().awaitsNumbers()).isEmpty()) {
			place.fault("under", "heading", Text.format("计划中没有上级下达的总项“%s”",
					"the plan has no heading \"%s\" with a goal assigned-by", assigned.under()));
		}
		else if (!target.goal().judges()) {
			place.fault("goal", "assigned",
					new Text("下达的指标数应有目标值，不能仅监测", "an assigned number is judged, not only monitored"));
		}
	}

}
