package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Extent;
import org.targetmonitor.input.ExtentReader;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.TypedNumber;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;

/** What a result must satisfy that is published without an exact number. */
final class Extents {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** What is asked of a value by itself, whatever else it says. */
	private static final List<Rule> SLIPS = List.of(Doubts::hasTheGoalsSign, UnitSlips::isInTheUsualUnit,
			Slips::isNotFarOff);

	/** Further than this from what is written nothing is meant by 超. */
	private static final BigDecimal FAR = BigDecimal.valueOf(1000);

	private Extents() {
	}

	/** A result is exact or it is not. */
	static Optional<Fault> standsInPlaceOfAValue(Rule.Candidate candidate) {
		if (candidate.figure().extent() == null || candidate.figure().value() == null) {
			return Optional.empty();
		}
		return candidate.refuse(Detail.EXTENT.key(), "both", new Text("有确切数值的不填公布的说法；没有确切数值的只填公布的说法",
				"with an exact value nothing else is given; without one, no value is"));
	}

	/** It says between which ends the result lies, in the indicator's unit. */
	static Optional<Fault> isUnderstood(Rule.Candidate candidate) {
		String text = candidate.figure().extent();
		if (text == null || candidate.figure().value() != null || candidate.figure().status().isNotAvailable()) {
			return Optional.empty();
		}
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || measurement.measure() == Measure.RANK
				|| !Detail.EXTENT.isOf(candidate.target().entry())) {
			return candidate.refuse(Detail.EXTENT.key(), "no-extent", new Text("位次、重点任务和政府自身建设不能填约数或区间",
					"a rank, a task or a commitment takes no number that is not exact"));
		}
		return switch (ExtentReader.read(text, measurement.unit())) {
			case ExtentReader.Refused refused ->
				candidate.refuse(Detail.EXTENT.key(), refused.rule(), refused.reason());
			case ExtentReader.None() -> refuse(candidate, text, measurement);
			case ExtentReader.Taken taken -> isWithinRange(candidate, taken.extent(), measurement);
		};
	}

	/** A doubt about a value is one where every reading would raise it. */
	static Optional<Fault> isNoSlip(Rule.Candidate candidate) {
		List<BigDecimal> readings = readings(candidate);
		return SLIPS.stream()
			.map((rule) -> readings.stream().map((reading) -> rule.check(candidate.having(reading))).toList())
			.filter((faults) -> !faults.isEmpty() && faults.stream().allMatch(Optional::isPresent))
			.flatMap((faults) -> faults.getFirst().stream())
			.findFirst()
			.flatMap((fault) -> candidate.refuse(Detail.EXTENT.key(), fault.rule(), fault.reason()));
	}

	/** Both ends; of what has no lower one nothing is asked. */
	private static List<BigDecimal> readings(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		String text = candidate.figure().extent();
		Extent extent = (measurement == null || text == null) ? null : Extent.of(text, measurement.unit()).orElse(null);
		if (extent == null || measurement == null || isWithinRange(candidate, extent, measurement).isPresent()
				|| (extent.low().isEmpty() && extent.high().isEmpty())) {
			return List.of();
		}
		return switch (extent.shape()) {
			case ABOVE, FROM -> extent.down() ? List.of() : List.of(extent.first(), extent.first().multiply(FAR));
			case BELOW, UP_TO -> List.of();
			case NEARLY, ABOUT, BETWEEN ->
				Stream.concat(extent.low().stream(), extent.high().stream()).map(Extent.End::number).toList();
		};
	}

	private static Optional<Fault> refuse(Rule.Candidate candidate, String text, Measurement measurement) {
		boolean exact = TypedNumber.read(text, measurement.unit()) instanceof TypedNumber.Taken;
		return candidate.refuse(Detail.EXTENT.key(), exact ? "exact" : "extent",
				exact ? Text.format("“%s”是确切的数，请填在数值中", "\"%s\" is exact: give it as the value", text)
						: Text.format("“%s”无法理解，应如 超3000、4.7%%左右、201.06—204.05、不低于95",
								"\"%s\" is not understood: write it as 超3000, 约4.7 or 201.06—204.05", text));
	}

	private static Optional<Fault> isWithinRange(Rule.Candidate candidate, Extent extent, Measurement measurement) {
		boolean done = measurement.measure() == Measure.COMPLETION;
		boolean beyondAll = done && extent.shape() == Extent.Shape.ABOVE && extent.first().compareTo(HUNDRED) >= 0;
		if (measurement.isPercent() && (beyondAll || extent.numbers()
			.anyMatch((number) -> number.abs().compareTo(done ? HUNDRED : Rules.LARGEST_PERCENT) > 0))) {
			return candidate.refuse(Detail.EXTENT.key(), "range",
					done ? new Text("累计完成应为0至100", "percent done is from 0 to 100")
							: Text.format("百分数超出可填范围±%s", "percentages are within ±%s", Rules.LARGEST_PERCENT));
		}
		return Optional.empty();
	}

}
