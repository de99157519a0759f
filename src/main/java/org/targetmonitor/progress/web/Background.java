package org.targetmonitor.progress.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.Ahead;
import org.targetmonitor.progress.Besides;
import org.targetmonitor.progress.GoalWords;
import org.targetmonitor.progress.Inexact;
import org.targetmonitor.progress.Path;
import org.targetmonitor.progress.Peer;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.progress.RevisionRecord;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;

/**
 * What a verdict is to be read with, as the API answers it.
 *
 * @param since from when it has stood as it does
 * @param path how it stood period by period, each by the line in force then
 * @param peers the same indicator of the areas above
 * @param peersUnclear what to say of areas above of which several plans have the
 * indicator, so that none is compared
 * @param revisions how far its published figures were revised
 * @param first how the figure stands to the target as the year began with it, where it
 * was changed since
 * @param second how it stands to a second step
 * @param other how it stands to the other one of two conditions, of which the worse
 * counts
 * @param ahead {@code of-pace} or {@code of-time} for a quantity that is ahead of its
 * pace or done early
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Background(@Nullable Since since, List<Point> path, List<Above> peers, List<Text> peersUnclear,
		@Nullable Revisions revisions, @Nullable Step first, @Nullable Step second, @Nullable Condition other,
		@Nullable String ahead) {

	static Background of(Plan plan, TargetProgress progress, Peers peers) {
		return new Background(Optional.ofNullable(progress.since()).map(Since::of).orElse(null),
				progress.path().steps().stream().map(Point::of).toList(),
				peers.compared().stream().map(Above::of).toList(), peers.unclear(),
				Optional.ofNullable(progress.revisions()).map(Revisions::of).orElse(null),
				Optional.ofNullable(progress.besides().first()).map(Step::of).orElse(null),
				Optional.ofNullable(progress.besides().second()).map(Step::of).orElse(null),
				Optional.ofNullable(progress.besides().other())
					.map((other) -> Condition.of(plan, other.progress()))
					.orElse(null),
				Optional.ofNullable(progress.besides().ahead()).map(Ahead::key).orElse(null));
	}

	/**
	 * The figure held against another writing of the target; it changes no light. Without
	 * an exact number it has no numbers.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Step(Text goal, String status, boolean met, @Nullable String gap, @Nullable String marginRatio) {

		static Step of(Besides.Step step) {
			Optional<Verdict> verdict = Optional.ofNullable(step.verdict());
			return new Step(step.goalWords(), step.status().key(), step.met(),
					verdict.map((known) -> Numbers.plain(known.comparison().gap())).orElse(null),
					verdict.map((known) -> ProgressDocument.ratio(known.marginRatio())).orElse(null));
		}

	}

	/**
	 * The other one of two conditions with its own path; without an exact number it has
	 * no numbers.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Condition(Text goal, String status, @Nullable String period, @Nullable String actual, @Nullable String unit,
			@Nullable Boolean met, @Nullable String gap, @Nullable String marginRatio, List<Point> path) {

		static Condition of(Plan plan, TargetProgress other) {
			Optional<Verdict> verdict = other.judged();
			return new Condition(GoalWords.ofOne(plan, other.target()), other.status().key(),
					other.period().map(Period::toString).orElse(null),
					verdict.map((known) -> Numbers.plain(known.actual())).orElse(null),
					Optional.ofNullable(other.target().measurement()).map(Measurement::unit).orElse(null),
					verdict.map(Verdict::met)
						.or(() -> Optional.ofNullable(other.inexact()).map(Inexact::met))
						.orElse(null),
					verdict.map((known) -> Numbers.plain(known.comparison().gap())).orElse(null),
					verdict.map((known) -> ProgressDocument.ratio(known.marginRatio())).orElse(null),
					other.path().steps().stream().map(Point::of).toList());
		}

	}

	/**
	 * The first of the latest periods with the same light, and the day that was known.
	 */
	record Since(String period, LocalDate day) {

		static Since of(Path.Since since) {
			return new Since(since.period().toString(), since.day());
		}

	}

	/**
	 * One period; {@code line} is the one in force when it was first judged,
	 * {@code extent} a result without an exact number, which has no {@code actual} and no
	 * margin.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Point(String period, @Nullable String actual, @Nullable Text extent, @Nullable String line,
			@Nullable String marginRatio, @Nullable String done, @Nullable String pace, String status,
			Instant firstKnown) {

		static Point of(Path.Point step) {
			Optional<Verdict> verdict = step.judged();
			return new Point(step.period().toString(), step.actual().map(Numbers::plain).orElse(null),
					step.extent().orElse(null), step.line().map(Numbers::plain).orElse(null),
					verdict.map((known) -> ProgressDocument.ratio(known.marginRatio())).orElse(null),
					verdict.map(Verdict::headway).map((headway) -> ProgressDocument.ratio(headway.done())).orElse(null),
					step.pace().map(ProgressDocument::ratio).orElse(null), step.status().key(), step.firstKnown());
		}

	}

	/** An area above; {@code difference} is the own value less its value. */
	record Above(String plan, Text area, String indicator, String period, String actual, String difference,
			Text words) {

		static Above of(Peer peer) {
			return new Above(peer.plan().id(), peer.plan().area().name(), peer.indicator(), peer.period().toString(),
					Numbers.plain(peer.actual()), Numbers.plain(peer.difference()), peer.words());
		}

	}

	/** Counts and moves in the indicator's unit; no move is given where none was. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Revisions(int published, int revised, long upwards, int corrected, @Nullable String mean,
			@Nullable String largest) {

		static Revisions of(RevisionRecord record) {
			return new Revisions(record.published(), record.revised().size(), record.upwards(), record.corrected(),
					record.mean().map(Numbers::plain).orElse(null), record.largest().map(Numbers::plain).orElse(null));
		}

	}

}
