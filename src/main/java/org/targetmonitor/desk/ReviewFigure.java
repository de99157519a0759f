package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.submission.Revision;

/**
 * One figure of a submission as its reviewer sees it.
 *
 * @param plan the plan
 * @param target its target
 * @param revision what was handed in
 * @param waits whether it can be decided about
 * @param approved the approved revision in force for the same period, if there is one
 * @param before the approved figure of the period before
 * @param yearBefore the approved figure of the same period of the year before
 * @param doubts what looks odd about it
 * @param would how the target would stand were it approved; null where that cannot be
 * said
 */
public record ReviewFigure(Plan plan, Target target, Revision revision, boolean waits, @Nullable Revision approved,
		@Nullable Revision before, @Nullable Revision yearBefore, List<Fault> doubts, @Nullable TargetProgress would) {

	public ReviewFigure {
		doubts = List.copyOf(doubts);
	}

	public String indicator() {
		return this.target.indicator();
	}

	public Text value() {
		return Amount.of(this.revision.value(), measurement());
	}

	public Text level() {
		return Amount.level(this.revision.figure().level(), measurement());
	}

	public Text quarterValue() {
		return Amount.of(this.revision.figure().quarterValue(), measurement());
	}

	public boolean hasLevel() {
		return this.revision.figure().level() != null;
	}

	public boolean hasQuarterValue() {
		return this.revision.figure().quarterValue() != null;
	}

	/** What changed since the approved figure; empty where none was approved. */
	public Optional<Text> change() {
		return Optional.ofNullable(this.approved)
			.filter((known) -> known.number() != this.revision.number())
			.map((known) -> change(known.value(), this.revision.value()));
	}

	/** How the level changed since the approved figure, where both have one. */
	public Optional<Text> levelChange() {
		BigDecimal from = (this.approved != null) ? this.approved.figure().level() : null;
		BigDecimal to = this.revision.figure().level();
		return (from == null || to == null || from.compareTo(to) == 0) ? Optional.empty()
				: Optional.of(Amount.levelChange(from, to, measurement()));
	}

	private Text change(@Nullable BigDecimal from, @Nullable BigDecimal to) {
		if (from == null || to == null) {
			return Text.format("%s → %s", "%s → %s", Amount.of(from, measurement()), Amount.of(to, measurement()));
		}
		return (from.compareTo(to) == 0) ? new Text("数值无变化", "value unchanged")
				: Amount.change(from, to, measurement());
	}

	/** The figure of the period before, with its period. */
	public Text lastPeriod() {
		return earlier(this.before);
	}

	/** The figure of the same period of the year before. */
	public Text lastYear() {
		return earlier(this.yearBefore);
	}

	private Text earlier(@Nullable Revision earlier) {
		return (earlier == null) ? Text.same("—")
				: Text.format("%s（%s）", "%s (%s)", Amount.of(earlier.value(), measurement()), earlier.period());
	}

	private @Nullable Measurement measurement() {
		return this.target.measurement();
	}

}
