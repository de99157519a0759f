package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.Text;
import org.targetmonitor.oversight.Deviation;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Revision;

/**
 * How one target stands; pages, metrics, brief and API all print this.
 *
 * @param target the target in force
 * @param status how it stands
 * @param verdict what the status rests on; null for the greys
 * @param reason why there is no verdict, where that needs saying
 * @param timeliness whether its figures come in time
 * @param remarks what must be said with the verdict
 * @param latest the newest approved value of its own figures, as far as the verdict may
 * know it
 * @param later a revision approved after the plan closed, shown beside the frozen verdict
 * @param statusWords the status in words; on a closed plan what still waited is 未评价
 * @param explanation the whole in one sentence
 * @param path how it stood period by period
 * @param since from when it has stood as it does now; null without a verdict
 * @param revisions how far its own published figures were revised; null where it has none
 * @param assigned of a heading, the numbers recorded under it; else none
 * @param outlook what the rest of the year must bring and where it may end; null where
 * there is none
 * @param besides how the same figure stands to the target as it was first, and to its
 * second step
 * @param onceLagging whether it lagged earlier in the year and has made up for it, where
 * the plan wants that shown (曾滞后)
 * @param supervision what was decided about it
 * @param inexact what the status rests on where that was published without an exact
 * number, in place of a verdict; else null
 */
public record TargetProgress(Target target, Status status, @Nullable Verdict verdict, @Nullable Text reason,
		Timeliness timeliness, List<Text> remarks, @Nullable Revision latest, @Nullable Revision later,
		Text statusWords, Text explanation, Path path, Path.@Nullable Since since, @Nullable RevisionRecord revisions,
		List<TargetProgress> assigned, @Nullable Outlook outlook, Besides besides, boolean onceLagging,
		Supervision supervision, @Nullable Inexact inexact) {

	public TargetProgress {
		assigned = List.copyOf(assigned);
		remarks = List.copyOf(remarks);
	}

	public String indicator() {
		return this.target.indicator();
	}

	public Optional<Verdict> judged() {
		return Optional.ofNullable(this.verdict);
	}

	/** Whether there is a verdict, by an exact number or by every reading of one. */
	boolean isJudged() {
		return this.verdict != null || this.inexact != null;
	}

	/** Of a heading over assigned numbers, the one that stands worst. */
	public Optional<TargetProgress> worst() {
		return (this.status == Status.AWAITING_TARGET) ? Optional.empty() : AssignedTargets.worst(this.assigned);
	}

	/** The heading over assigned numbers that stands as the worst of them does. */
	TargetProgress over(List<TargetProgress> under, Status worst, Text words, @Nullable Text why, Text sentence) {
		return new TargetProgress(this.target, worst, null, why, this.timeliness, this.remarks, null, null, words,
				sentence, this.path, null, null, under, null, Besides.NOTHING, false, this.supervision, null);
	}

	/** The same by the worse one of two conditions, with the other one beside it. */
	TargetProgress beside(Besides.Other other, Text sentence) {
		return new TargetProgress(this.target, this.status, this.verdict, this.reason, this.timeliness, this.remarks,
				this.latest, this.later, this.statusWords, sentence, this.path, this.since, this.revisions,
				this.assigned, this.outlook, this.besides.with(other), this.onceLagging, this.supervision,
				this.inexact);
	}

	/**
	 * The same where the other one of two conditions is not known yet: what is known is
	 * shown, but no verdict.
	 */
	TargetProgress awaiting(Status unknown, Text words, Text why, Besides.Other other, Text sentence) {
		return new TargetProgress(this.target, unknown, null, why, this.timeliness, this.remarks, this.latest,
				this.later, words, sentence, this.path, null, this.revisions, this.assigned, this.outlook,
				this.besides.with(other), false, this.supervision, null);
	}

	/** The same with what became of its conditions since the year began. */
	TargetProgress beside(Besides.Formerly formerly, Text sentence) {
		return new TargetProgress(this.target, this.status, this.verdict, this.reason, this.timeliness, this.remarks,
				this.latest, this.later, this.statusWords, sentence, this.path, this.since, this.revisions,
				this.assigned, this.outlook, this.besides.with(formerly), this.onceLagging, this.supervision,
				this.inexact);
	}

	/**
	 * From when it has been called what it is called now: nobody has missed a year since
	 * its first quarter, only been behind. Empty where that was not so before.
	 */
	public Optional<Path.Since> calledSoSince() {
		boolean decided = this.status == Status.MISSED || this.status == Status.ACHIEVED;
		Optional<Period> judged = judged().map(Verdict::period)
			.or(() -> Optional.ofNullable(this.inexact).map(Inexact::period));
		return Optional.ofNullable(this.since)
			.filter((run) -> !decided || judged.filter(run.period()::equals).isPresent());
	}

	/**
	 * How it stands to the condition that the plan writes first, or to its only one.
	 */
	public TargetProgress written() {
		Besides.Other other = this.besides.other();
		return (other != null && other.first()) ? other.progress() : this;
	}

	/**
	 * The same with what was decided about it: the status stays, an accepted deviation is
	 * said with it while the target is behind.
	 */
	TargetProgress with(Supervision decided) {
		Deviation accepted = decided.accepted();
		if (accepted == null || this.status.lagLevel(this.target.goal()).orElse(0) == 0) {
			return with(decided, this.statusWords, this.explanation);
		}
		return with(decided, Text.format("%s（已认可，至%s）", "%s, accepted until %s", this.statusWords, accepted.until()),
				Text.format("%s偏差经%s认可，至%s。", "%1$s The deviation is accepted until %3$s.", this.explanation,
						accepted.agreedBy(), accepted.until()));
	}

	private TargetProgress with(Supervision decided, Text words, Text sentence) {
		return new TargetProgress(this.target, this.status, this.verdict, this.reason, this.timeliness, this.remarks,
				this.latest, this.later, words, sentence, this.path, this.since, this.revisions, this.assigned,
				this.outlook, this.besides, this.onceLagging, decided, this.inexact);
	}

	/**
	 * Whether the target asks for something else than when the year began, or when its
	 * latest period was judged.
	 */
	public boolean isChanged() {
		Besides.Other other = this.besides.other();
		return this.besides.first() != null || this.besides.formerly() != null
				|| (other != null && other.progress().isChanged())
				|| this.path.steps()
					.stream()
					.reduce((earlier, last) -> last)
					.filter((step) -> step.target().asksOtherThan(this.target, step.period()))
					.isPresent();
	}

	/**
	 * The judged value, or of what is not judged the newest one, as published; empty
	 * where that is without an exact number.
	 */
	public Optional<BigDecimal> value() {
		Measurement measurement = this.target.measurement();
		return (this.inexact != null) ? Optional.empty()
				: judged().map(Verdict::actual)
					.or(() -> Optional.ofNullable(this.latest)
						.flatMap((newest) -> Optional.ofNullable(newest.value()))
						.map((value) -> (measurement != null) ? measurement.published(value) : value));
	}

	/** The same of what was published without an exact number, with its unit. */
	public Optional<Text> extent() {
		Measurement measurement = this.target.measurement();
		return (this.verdict != null || measurement == null) ? Optional.empty()
				: Optional.ofNullable(this.inexact)
					.map(Inexact::revision)
					.or(() -> Optional.ofNullable(this.latest))
					.map(Revision::figure)
					.flatMap((figure) -> Optional.ofNullable(figure.extent()))
					.flatMap((text) -> Extent.of(text, measurement.unit()))
					.map((known) -> known.words(measurement.unitWords()));
	}

	/** The period that {@link #value} is of. */
	public Optional<Period> valuePeriod() {
		return period().or(() -> Optional.ofNullable(this.latest).map(Revision::period));
	}

	/** The period that it is judged by: of a heading, the worst number's. */
	public Optional<Period> period() {
		return worst().map(TargetProgress::period)
			.orElseGet(() -> judged().map(Verdict::period)
				.or(() -> Optional.ofNullable(this.inexact).map(Inexact::period)));
	}

	/**
	 * The light that pages show: yellow while a lag that was made up is remembered, until
	 * the goal is reached.
	 */
	public Light light() {
		return isReminded() ? Light.YELLOW
				: worst().map(TargetProgress::light).orElseGet(() -> this.status.light(this.target.goal()));
	}

	/** Later figures, late or not, change nothing any more. */
	private boolean isDecidedByDeadline() {
		return this.target.deadline().isPresent() && period().filter(this.target::isDecidedBy).isPresent();
	}

	/** As what pages and boards count it. */
	public Counted counted() {
		return Counted.of(light(), this.timeliness.overdue() && !isDecidedByDeadline());
	}

	/**
	 * Whether it is counted by its light: a heading is while it waits for numbers, later
	 * they are in its place; what is only stated has none.
	 */
	public boolean counts() {
		return this.target.entry().hasStatus()
				&& (!this.target.goal().awaitsNumbers() || this.status == Status.AWAITING_TARGET);
	}

	/** Whether it is counted among those that are behind. */
	public boolean isBehind() {
		return counts() && (counted() == Counted.RED || counted() == Counted.YELLOW);
	}

	/** The status as a row says it: where it is counted as not reported, with that. */
	public Text countedWords() {
		return (counted() == Counted.UNREPORTED) ? Text.format("%s（逾期未报）", "%s (overdue)", this.statusWords)
				: this.statusWords;
	}

	/** 0 fine, 1 at risk, 2 lagging or missed; empty while it is unknown. */
	public Optional<Integer> lagLevel() {
		return isReminded() ? Status.AT_RISK.lagLevel(this.target.goal())
				: worst().map(TargetProgress::lagLevel).orElseGet(() -> this.status.lagLevel(this.target.goal()));
	}

	private boolean isReminded() {
		return this.onceLagging && this.status == Status.ON_TRACK;
	}

	/**
	 * The same by the target as the year began with it, by all the conditions that it had
	 * then; empty where it is what it was, and while that is unknown.
	 */
	public Optional<Integer> firstLagLevel() {
		Besides.Formerly formerly = this.besides.formerly();
		return (formerly != null) ? Optional.ofNullable(formerly.lagLevel()) : Optional.ofNullable(this.besides.first())
			.flatMap((first) -> first.status().lagLevel(first.target().goal()));
	}

	/** The margin as a ratio; below 0 is behind, for every kind of goal. */
	public Optional<BigDecimal> marginRatio() {
		return judged().map(Verdict::marginRatio);
	}

}
