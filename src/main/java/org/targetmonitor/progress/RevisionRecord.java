package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;

/**
 * How far an indicator's published values moved after they were first approved, so that a
 * margin of 0.1 points can be read for what it is. A correction of a mistake is no
 * revision in this sense and is counted by itself.
 *
 * @param published how many periods have an approved value
 * @param revised each period whose value moved by verification or census: last value less
 * first, as published, in the indicator's unit
 * @param corrected how many values were corrections of a mistake
 * @param decimals the decimals of the indicator
 */
public record RevisionRecord(int published, List<BigDecimal> revised, int corrected, int decimals) {

	public RevisionRecord {
		revised = List.copyOf(revised);
	}

	/**
	 * The record of an indicator in a plan and in earlier ones that measure it alike.
	 * @param earlier the figures of earlier plans, with each its target
	 */
	static RevisionRecord of(Target target, Figures figures, Map<Target, Figures> earlier) {
		Measurement measurement = Objects.requireNonNull(target.measurement());
		List<List<Revision>> vintages = new ArrayList<>(vintages(target, figures));
		earlier.forEach((before, known) -> vintages.addAll(vintages(before, known)));
		List<BigDecimal> moves = vintages.stream()
			.map(RevisionRecord::withoutCorrections)
			.filter((one) -> one.size() > 1)
			.map((one) -> moved(one, measurement))
			.filter((move) -> move.signum() != 0)
			.toList();
		int corrected = (int) vintages.stream()
			.flatMap(Collection::stream)
			.filter(RevisionRecord::isCorrection)
			.count();
		return new RevisionRecord(vintages.size(), moves, corrected, measurement.decimals());
	}

	/** The mean of the moves with their signs; empty where nothing was revised. */
	public Optional<BigDecimal> mean() {
		return this.revised.isEmpty() ? Optional.empty()
				: Optional.of(this.revised.stream()
					.reduce(BigDecimal.ZERO, BigDecimal::add)
					.divide(BigDecimal.valueOf(this.revised.size()), this.decimals + 1, RoundingMode.HALF_UP));
	}

	/** The largest move, whatever its direction, without sign. */
	public Optional<BigDecimal> largest() {
		return this.revised.stream().map(BigDecimal::abs).max(BigDecimal::compareTo);
	}

	/** How many moves went up. */
	public long upwards() {
		return this.revised.stream().filter((move) -> move.signum() > 0).count();
	}

	/**
	 * Whether a margin in the indicator's unit is no larger than what revisions have
	 * moved.
	 */
	public boolean covers(BigDecimal margin) {
		return largest().filter((largest) -> largest.compareTo(margin.abs()) >= 0).isPresent();
	}

	/** The record in a sentence. */
	public Text words(Text unit) {
		if (this.published == 0) {
			return new Text("尚无已审核的数据", "no approved figure yet");
		}
		if (this.revised.isEmpty()) {
			return Text.format("%d个报告期的数据公布后未作修订", "none of %d published values was revised", this.published);
		}
		return Text.format("%d个报告期中%d个在公布后修订：上调%d个、下调%d个，平均%s%s，最大%s%s",
				"%2$d of %1$d published values were revised, %3$d up and %4$d down, by %5$s%6$s on average and %7$s%8$s at most",
				this.published, this.revised.size(), upwards(), this.revised.size() - upwards(),
				SignedWords.signed(mean().orElseThrow()), unit, Numbers.plain(largest().orElseThrow()), unit);
	}

	/** The approved values of each period, in the order of their numbers. */
	private static Collection<List<Revision>> vintages(Target target, Figures figures) {
		Map<Period, List<Revision>> vintages = new TreeMap<>();
		figures.of(target.indicator())
			.stream()
			.map((revision) -> revision.as(target.measurement()))
			.filter((revision) -> revision.isApproved() && revision.value() != null)
			.forEach((revision) -> vintages.computeIfAbsent(revision.period(), (period) -> new ArrayList<>())
				.add(revision));
		return vintages.values();
	}

	/**
	 * What a corrected mistake had said does not count; the correction takes its place.
	 */
	private static List<Revision> withoutCorrections(List<Revision> vintages) {
		List<Revision> kept = new ArrayList<>();
		for (Revision revision : vintages) {
			if (isCorrection(revision) && !kept.isEmpty()) {
				kept.removeLast();
			}
			kept.add(revision);
		}
		return kept;
	}

	private static boolean isCorrection(Revision revision) {
		return revision.figure().kind() == RevisionKind.CORRECTION;
	}

	private static BigDecimal moved(List<Revision> vintages, Measurement measurement) {
		return measurement.published(Objects.requireNonNull(vintages.getLast().value()))
			.subtract(measurement.published(Objects.requireNonNull(vintages.getFirst().value())));
	}

}
