package org.targetmonitor.progress.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Assignment;
import org.targetmonitor.plan.Deadline;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.OtherArea;
import org.targetmonitor.plan.Target;
import org.targetmonitor.plan.WorkArea;
import org.targetmonitor.progress.Decomposition;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Relation;
import org.targetmonitor.progress.Headway;
import org.targetmonitor.progress.Inexact;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Timeliness;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.progress.Waypoint;
import org.targetmonitor.submission.Revision;

/**
 * A plan's progress as the API answers it. Numbers are strings, exact; ratios are shares
 * of 1; what is unknown is absent.
 *
 * @param plan the plan
 * @param title its title
 * @param open whether verdicts may still change
 * @param day the local day it is read on
 * @param invented what to say of invented figures
 * @param targets every headline target
 * @param parts what targets are split into
 * @param tasks the key tasks
 * @param commitments the commitments, which have statements and no status
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressDocument(String plan, Text title, boolean open, LocalDate day, @Nullable Text invented,
		List<TargetDocument> targets, List<TargetDocument> parts, List<TargetDocument> tasks,
		List<TargetDocument> commitments) {

	private static final int RATIO_DECIMALS = 10;

	static ProgressDocument of(PlanStanding standing, List<PlanStanding> above) {
		return new ProgressDocument(standing.plan().id(), standing.plan().title(), standing.open(), standing.today(),
				standing.inventedNotice().orElse(null), entries(standing, standing.targets(), above),
				entries(standing, standing.parts(), List.of()), entries(standing, standing.tasks(), List.of()),
				entries(standing, standing.commitments(), List.of()));
	}

	private static List<TargetDocument> entries(PlanStanding standing, List<TargetProgress> all,
			List<PlanStanding> above) {
		return all.stream()
			.map((progress) -> TargetDocument.of(standing, progress, Peers.of(above, standing, progress)))
			.toList();
	}

	/**
	 * One target; {@code target} is the goal's number, {@code actual}, {@code period} and
	 * the margins are those of the verdict; {@code extent} is a result that was published
	 * without an exact number, {@code inexact} what the status rests on then; the last
	 * day on which the goal may be reached is its {@code deadline}, where that is not the
	 * year's end.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TargetDocument(String indicator, Text name, String wording, @Nullable String target, @Nullable String actual,
			@Nullable String period, @Nullable String margin, @Nullable String marginRatio, @Nullable String status,
			@Nullable Text statusWords, @Nullable String light, @Nullable String counted, @Nullable Integer lagLevel,
			boolean overdue, @Nullable String measure, @Nullable String unit, @Nullable String operand,
			String department, String lead, @Nullable VerdictDocument verdict, @Nullable Compared relation,
			@Nullable Text reason, @Nullable String under, @Nullable Assigned assigned,
			@Nullable List<String> assignedTargets, Reports reports, @Nullable RevisionDocument later,
			List<Text> remarks, Text explanation, @Nullable OutlookDocument outlook, Background background, String kind,
			@Nullable Text area, @Nullable Stated stated, @Nullable DecompositionDocument decomposition,
			@Nullable Text extent, @Nullable InexactDocument inexact, @Nullable LocalDate deadline) {

		static TargetDocument of(PlanStanding standing, TargetProgress progress, Peers peers) {
			Target target = progress.target();
			Optional<Measurement> measurement = Optional.ofNullable(target.measurement());
			Optional<Verdict> verdict = progress.judged();
			Optional<Assignment> assignment = Optional.ofNullable(target.assigned());
			boolean judges = target.entry().hasStatus();
			return new TargetDocument(target.indicator(), target.name(), target.wording(),
					target.goal().number().map(Numbers::plain).orElse(null),
					verdict.map((known) -> Numbers.plain(known.actual())).orElse(null),
					progress.period().map(Period::toString).orElse(null),
					verdict.map(ProgressDocument::margin).orElse(null),
					verdict.map((known) -> ratio(known.marginRatio())).orElse(null),
					judges ? progress.status().key() : null, judges ? progress.statusWords() : null,
					judges ? progress.light().key() : null, judges ? progress.counted().key() : null,
					progress.lagLevel().orElse(null), progress.timeliness().overdue(),
					measurement.map((how) -> how.measure().key()).orElse(null),
					measurement.map(Measurement::unit).orElse(null), target.goal().operand().orElse(null),
					target.department().code(), target.lead().code(), verdict.map(VerdictDocument::of).orElse(null),
					verdict.flatMap((known) -> Relation.of(standing.plan(), target, known))
						.map(Compared::of)
						.orElse(null),
					progress.reason(), assignment.map(Assignment::under).orElse(null),
					assignment.map((known) -> new Assigned(known.document(), known.date())).orElse(null),
					target.goal().awaitsNumbers() ? progress.assigned().stream().map(TargetProgress::indicator).toList()
							: null,
					Reports.of(progress.timeliness()),
					Optional.ofNullable(progress.later()).map(RevisionDocument::of).orElse(null), progress.remarks(),
					progress.explanation(), OutlookDocument.of(target, progress.outlook()),
					Background.of(standing.plan(), progress, peers), target.entry().key(),
					target.entry().workArea().map(WorkArea::name).orElse(null),
					standing.stated(target.indicator()).map(Stated::of).orElse(null),
					DecompositionDocument.of(Decomposition.of(standing, progress)), progress.extent().orElse(null),
					Optional.ofNullable(progress.inexact()).map(InexactDocument::of).orElse(null),
					target.deadline().map(Deadline::day).orElse(null));
		}

	}

	/** How a task or commitment stands in words, by its newest approved figure. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Stated(String period, int revision, String statement, @Nullable String evidence) {

		static Stated of(Revision revision) {
			return new Stated(revision.period().toString(), revision.number(),
					Objects.requireNonNullElse(revision.figure().statement(), ""), revision.figure().evidence());
		}

	}

	/** By which document a number was assigned. */
	record Assigned(String document, LocalDate date) {
	}

	/** What else the verdict rests on. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record VerdictDocument(boolean met, boolean last, String line, String gap, String gapRatio, @Nullable String done,
			@Nullable String pace, @Nullable Text paceBasis, @Nullable OtherPace otherPace, @Nullable Way path,
			@Nullable String operandActual, RevisionDocument figure, @Nullable RevisionDocument operandFigure) {

		static VerdictDocument of(Verdict verdict) {
			Optional<Headway> headway = Optional.ofNullable(verdict.headway());
			return new VerdictDocument(verdict.met(), verdict.last(), Numbers.plain(verdict.comparison().line()),
					Numbers.plain(verdict.comparison().gap()), ratio(verdict.gapRatio()),
					headway.map((known) -> ratio(known.done())).orElse(null),
					headway.map((known) -> ratio(known.pace())).orElse(null), headway.map(Headway::basis).orElse(null),
					headway.map(Headway::other)
						.map((other) -> new OtherPace(ratio(other.pace()), other.basis()))
						.orElse(null),
					Optional.ofNullable(verdict.waypoint()).map(Way::of).orElse(null),
					Optional.ofNullable(verdict.operand()).map(Numbers::plain).orElse(null),
					RevisionDocument.of(verdict.revision()),
					Optional.ofNullable(verdict.operandRevision()).map(RevisionDocument::of).orElse(null));
		}

	}

	/**
	 * What else a verdict rests on that every reading gives of a figure without an exact
	 * number.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record InexactDocument(boolean met, boolean last, @Nullable Text operand, RevisionDocument figure,
			@Nullable RevisionDocument operandFigure) {

		static InexactDocument of(Inexact inexact) {
			return new InexactDocument(inexact.met(), inexact.last(), inexact.operand(),
					RevisionDocument.of(inexact.revision()),
					Optional.ofNullable(inexact.operandRevision()).map(RevisionDocument::of).orElse(null));
		}

	}

	/** The pace that was not chosen. */
	record OtherPace(String pace, Text paceBasis) {
	}

	/**
	 * Where the path to the number is at the period.
	 *
	 * @param from where the year began
	 * @param number what is asked for by the period
	 * @param by {@code linear} or {@code last-year}
	 */
	record Way(String from, String number, String by, List<RevisionDocument> figures) {

		static Way of(Waypoint point) {
			return new Way(Numbers.plain(point.begin()), Numbers.plain(point.number()), point.by().key(),
					point.from().stream().map(RevisionDocument::of).toList());
		}

	}

	/** The two operands of a relation, and within what they are held to be in step. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Compared(Operand subject, Operand other, @Nullable Text tolerance) {

		static Compared of(Relation relation) {
			return new Compared(Operand.of(relation.subject()), Operand.of(relation.other()),
					relation.tolerance().orElse(null));
		}

	}

	/** One operand of a relation, its value rounded as published. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Operand(String indicator, @Nullable String area, Text name, String period, String value,
			@Nullable Text bases) {

		static Operand of(Relation.Operand operand) {
			String code = operand.target().indicator();
			Optional<OtherArea> other = OtherArea.of(code);
			return new Operand(other.map(OtherArea::indicator).orElse(code), other.map(OtherArea::area).orElse(null),
					operand.target().name(), operand.period().toString(), Numbers.plain(operand.value()),
					operand.bases().orElse(null));
		}

	}

	/**
	 * Which revision of which figure, as it was handed in; {@code published} is the day
	 * that it says it came out, {@code extent} what it gives in place of a value.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RevisionDocument(String indicator, String period, int revision, @Nullable String value, String status,
			Instant knownFrom, @Nullable Instant decidedAt, @Nullable String published, @Nullable String extent) {

		static RevisionDocument of(Revision revision) {
			BigDecimal value = revision.value();
			return new RevisionDocument(revision.indicator(), revision.period().toString(), revision.number(),
					(value != null) ? Numbers.plain(value) : null, revision.figure().status().name(),
					revision.knownFrom(), revision.decidedAt(), revision.figure().says(Detail.PUBLISHED),
					revision.figure().extent());
		}

	}

	/** Whether its figures come in time. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Reports(@Nullable String awaited, @Nullable LocalDate due, @Nullable Text dueNotKnown, List<String> missing,
			@Nullable Instant lastSubmitted) {

		static Reports of(Timeliness timeliness) {
			Period awaited = timeliness.awaited();
			return new Reports((awaited != null) ? awaited.toString() : null,
					(timeliness.due() instanceof DueDate.On on) ? on.day() : null, notKnown(timeliness.due()),
					timeliness.missing().stream().map(Period::toString).toList(), timeliness.lastSubmitted());
		}

		private static @Nullable Text notKnown(@Nullable DueDate due) {
			return (due instanceof DueDate.NotKnown unknown)
					? Text.format("%d年放假调休安排尚未录入，报送期限待定",
							"the days off of %d are not entered, so the due date is not known", unknown.missingYear())
					: null;
		}

	}

	/** Points of pace are rounded like every ratio; other margins are exact already. */
	private static String margin(Verdict verdict) {
		return (verdict.headway() != null) ? ratio(verdict.margin()) : Numbers.plain(verdict.margin());
	}

	static String ratio(BigDecimal ratio) {
		BigDecimal rounded = ratio.setScale(RATIO_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
		return ((rounded.scale() < 0) ? rounded.setScale(0) : rounded).toPlainString();
	}

}
