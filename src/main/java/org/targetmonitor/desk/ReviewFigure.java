package org.targetmonitor.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

/**
 * One figure of a submission as its reviewer sees it.
 *
 * @param plan the plan
 * @param target its target; null where the plan was revised and has it no more
 * @param revision what was handed in
 * @param waits whether it can be decided about
 * @param approved the newest approved revision before it, which it changes, if there is
 * one
 * @param returned the revision before it, if that was returned: it answers why
 * @param before the figure of the period before, in this year or the last
 * @param yearBefore what is submitted for the same period of the year before
 * @param doubts what looks odd about it
 * @param would how the target would stand were it approved; null where that cannot be
 * said
 */
public record ReviewFigure(Plan plan, @Nullable Target target, Revision revision, boolean waits,
		@Nullable Revision approved, @Nullable Revision returned, @Nullable Revision before,
		@Nullable Figure yearBefore, List<Fault> doubts, @Nullable TargetProgress would) {

	public ReviewFigure {
		doubts = List.copyOf(doubts);
	}

	public String indicator() {
		return this.revision.indicator();
	}

	/** The indicator's name, its code where the plan has it no more. */
	public Text name() {
		return (this.target != null) ? this.target.name() : Text.same(indicator());
	}

	/** Whether it has a number; a commitment has a sentence alone. */
	public boolean isValued() {
		return this.target == null || this.target.entry().takesValue();
	}

	/**
	 * What it says beside its number.
	 *
	 * @param now the text, null where it says nothing
	 * @param former what the approved figure said, null where it said nothing or the same
	 */
	public record Said(Detail detail, @Nullable String now, @Nullable String former) {
	}

	/** What it says of how things stand, and what the approved figure said of that. */
	public List<Said> stated() {
		return said().filter((said) -> said.detail().isStated()).toList();
	}

	/** What else it says. */
	public List<Said> beside() {
		return said().filter((said) -> !said.detail().isStated()).toList();
	}

	private Stream<Said> said() {
		return Detail.all().filter((detail) -> !detail.isInPlaceOfValue()).map((detail) -> {
			String now = this.revision.figure().says(detail);
			return new Said(detail, now, sinceApproved().map((changes) -> changes.former(detail)).orElse(null));
		}).filter((said) -> said.now() != null || said.former() != null);
	}

	public Text value() {
		return Amount.result(this.revision.figure(), measurement());
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

	/** How firm it is. */
	public Text firmness() {
		return this.revision.figure().status().words(measurement());
	}

	/** What changed since the approved figure; empty where none was approved. */
	public Optional<Text> change() {
		return sinceApproved().map((changes) -> changes.value().orElse(new Text("数值无变化", "value unchanged")));
	}

	/** How the level changed since the approved figure, also where it vanished. */
	public Optional<Text> levelChange() {
		return sinceApproved().flatMap(FigureChanges::level);
	}

	/** How the quarter's own value changed since the approved figure. */
	public Optional<Text> quarterChange() {
		return sinceApproved().flatMap(FigureChanges::quarterValue);
	}

	/** How firm the approved figure was and this one is, where that differs. */
	public Optional<Text> statusChange() {
		return sinceApproved().flatMap(FigureChanges::status);
	}

	/** All that changed since the figure that was returned, but for notes. */
	public List<FigureChanges.Line> changesSinceReturned() {
		return since(this.returned).map(FigureChanges::lines).orElse(List.of());
	}

	private Optional<FigureChanges> sinceApproved() {
		return since(this.approved);
	}

	private Optional<FigureChanges> since(@Nullable Revision earlier) {
		return Optional.ofNullable(earlier)
			.map((known) -> new FigureChanges(known.figure(), this.revision.figure(), measurement()));
	}

	/** Why the figure before it was returned; empty where none was. */
	public String returnedFor() {
		return Optional.ofNullable(this.returned).map(Revision::review).map(Review::reason).orElse("");
	}

	/** The figure of the period before, with its period. */
	public Text lastPeriod() {
		return (this.before == null) ? Text.same("—") : earlier(this.before.figure(), this.before.period());
	}

	/** The figure of the same period of the year before. */
	public Text lastYear() {
		Period period = this.revision.period();
		return (this.yearBefore == null) ? Text.same("—")
				: earlier(this.yearBefore, new Period(period.year() - 1, period.frequency(), period.number()));
	}

	private Text earlier(Figure figure, Period period) {
		return Text.format("%s（%s）", "%s (%s)", Amount.result(figure, measurement()),
				PeriodWords.named(period, measurement()));
	}

	private @Nullable Measurement measurement() {
		return (this.target != null) ? this.target.measurement() : null;
	}

}
