package org.targetmonitor.plan;

import java.util.Map;
import java.util.Optional;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/** Checks what is the share of what, and gives a share the periods of its part. */
final class Shares {

	private final Map<String, Target> targets;

	private final OtherAreas others;

	Shares(Map<String, Target> targets, OtherAreas others) {
		this.targets = targets;
		this.others = others;
	}

	/** The target with the periods of its part; as it is where it is no share. */
	Target resolved(Target target, Fields place) {
		ShareOf share = target.terms().shareOf();
		Measurement measurement = target.measurement();
		if (share == null || measurement == null) {
			return target;
		}
		if (measurement.measure() != Measure.RATIO) {
			place.fault(ShareOf.KEY, "measure",
					new Text("份额的计量方式应为比率（measure: ratio）", "a share is measured as a ratio"));
			return target;
		}
		Target part = quantity(share.part(), place).orElse(null);
		if (part == null || part.measurement() == null) {
			return target;
		}
		Optional<OtherArea> other = OtherArea.of(share.whole());
		if (other.isPresent()) {
			Target whole = this.others.operand(other.get(), part.measured(part.measurement().quantity()), place);
			if (!whole.shareUnit().equals(part.shareUnit())) {
				otherUnit(share, place);
			}
		}
		else if (share.whole().equals(share.part())) {
			place.fault(ShareOf.KEY, "itself", new Text("部分与整体是同一指标", "part and whole are the same indicator"));
		}
		else if (quantity(share.whole(), place).filter((whole) -> !whole.shareUnit().equals(part.shareUnit()))
			.isPresent()) {
			otherUnit(share, place);
		}
		return target.reportedAs(part, !place.has("accumulates"));
	}

	private static void otherUnit(ShareOf share, Fields place) {
		place.fault(ShareOf.KEY, "unit", Text.format("“%s”与“%s”的总量单位不同",
				"\"%s\" and \"%s\" have no quantities in the same unit", share.part(), share.whole()));
	}

	/** What has a quantity, with figures of its own. */
	private Optional<Target> quantity(String code, Fields place) {
		Target found = this.targets.get(code);
		if (found == null) {
			place.fault(ShareOf.KEY, "operand", Text.format("计划中没有指标“%s”", "the plan has no indicator \"%s\"", code));
			return Optional.empty();
		}
		if (!found.goal().hasOwnFigures() || found.terms().shareOf() != null || found.shareUnit().isEmpty()) {
			place.fault(ShareOf.KEY, "unit", Text.format("“%s”没有总量：应为总量或有单位的数值指标，或增速指标并注明 level-unit",
					"\"%s\" has no quantity: it is a level, a value with a unit, or a growth rate with a level-unit",
					code));
			return Optional.empty();
		}
		return Optional.of(found);
	}

}
