package org.targetmonitor.plan;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * Checks what targets say about each other, and gives a relation without figures of its
 * own the measurement of its operands.
 */
final class Relations {

	private final Map<String, Target> targets;

	private final Map<String, Fields> places;

	private final OtherAreas others;

	Relations(Map<String, Target> targets, Map<String, Fields> places, OtherAreas others) {
		this.targets = targets;
		this.places = places;
		this.others = others;
	}

	List<Target> resolve() {
		this.targets.replaceAll((code, written) -> share(written));
		this.targets.values().forEach(this::checkWhole);
		this.targets.values().forEach(this::checkQuotient);
		new Headings(this.targets, this.places).check();
		this.targets.values().stream().flatMap((target) -> target.other().stream()).forEach(this::checkOther);
		return this.targets.values().stream().map(this::resolved).toList();
	}

	/** A second condition may have an operand, too. */
	private void checkOther(Target byOther) {
		Optional<String> operand = byOther.goal().operand();
		Fields place = this.places.get(byOther.indicator());
		if (operand.isEmpty() || place == null) {
			return;
		}
		Optional<Target> against = OtherArea.of(operand.get())
			.map((other) -> this.others.operand(other, byOther, place))
			.or(() -> operand(operand.get(), place));
		if (operand.get().equals(byOther.indicator())) {
			place.fault(AndReader.AND, "itself", new Text("指标不能与自身比较", "an indicator is not compared with itself"));
		}
		else {
			against.ifPresent((other) -> compared(byOther, byOther, other, place));
		}
	}

	/** A share is reported as its part is: whatever is held against it must find that. */
	private Target share(Target written) {
		Fields place = this.places.get(written.indicator());
		if (place == null) {
			return written;
		}
		Target target = new Shares(this.targets, this.others).resolved(written, place);
		Reporting asItsPart = (target.terms().shareOf() != null) ? target.reporting() : null;
		if (asItsPart != null) {
			target.deadline().ifPresent((deadline) -> DeadlineRules.checkPeriods(place, deadline, asItsPart.periods()));
		}
		return target;
	}

	private Target resolved(Target target) {
		Optional<String> operand = target.goal().operand();
		Fields place = this.places.get(target.indicator());
		if (operand.isEmpty() || place == null) {
			return target;
		}
		String subject = target.goal().subject(target.indicator());
		Optional<Target> first = operand(subject, place);
		Optional<OtherArea> other = OtherArea.of(operand.get());
		if (other.isPresent()) {
			return first
				.map((judged) -> compared(target, judged, this.others.operand(other.get(), judged, place), place))
				.orElse(target);
		}
		Optional<Target> second = operand(operand.get(), place);
		if (subject.equals(operand.get())) {
			place.fault("goal", "itself", new Text("指标不能与自身比较", "an indicator is not compared with itself"));
		}
		else if (first.isPresent() && second.isPresent()) {
			return compared(target, first.get(), second.get(), place);
		}
		return target;
	}

	/** A part is of a whole with a quantity in the same unit, and not of itself. */
	private void checkWhole(Target part) {
		Fields place = this.places.get(part.indicator());
		String code = part.partOf();
		if (code == null || place == null) {
			return;
		}
		Target whole = this.targets.get(code);
		if (whole == null) {
			place.fault("part-of", "operand", Text.format("计划中没有指标“%s”", "the plan has no indicator \"%s\"", code));
		}
		else if (code.equals(part.indicator())) {
			place.fault("part-of", "itself", new Text("指标不能是自身的一部分", "an indicator is no part of itself"));
		}
		else if (wholes(part).contains(part.indicator())) {
			place.fault("part-of", "circle", Text.format("部分与整体互成循环：%s", "parts and wholes form a circle: %s",
					String.join(" → ", wholes(part))));
		}
		else if (!haveLikeQuantities(part, whole)) {
			place.fault("part-of", "unit", Text.format("“%s”与“%s”的总量单位不同，不能比较大小",
					"\"%s\" and \"%s\" have no quantities in the same unit", part.indicator(), code));
		}
	}

	/** A quotient's growth follows from that of two other indicators. */
	private void checkQuotient(Target quotient) {
		Fields place = this.places.get(quotient.indicator());
		QuotientOf of = quotient.quotientOf();
		if (of == null || place == null) {
			return;
		}
		for (String code : List.of(of.numerator(), of.denominator())) {
			Target operand = this.targets.get(code);
			if (operand == null) {
				place.fault("quotient-of", "operand",
						Text.format("计划中没有指标“%s”", "the plan has no indicator \"%s\"", code));
			}
			else if (code.equals(quotient.indicator()) || !isGrowth(operand) || !isGrowth(quotient)) {
				place.fault("quotient-of", "measure", Text.format("“%s”应为另一项增速指标，商本身也应为增速",
						"\"%s\" must be another growth rate, and the quotient a growth rate too", code));
			}
		}
	}

	private static boolean isGrowth(Target target) {
		Measurement measurement = target.measurement();
		return target.goal().hasOwnFigures() && measurement != null && measurement.measure() == Measure.GROWTH;
	}

	/** The wholes that a target is part of, the nearest first. */
	private Set<String> wholes(Target part) {
		Set<String> passed = new LinkedHashSet<>();
		Optional<String> next = Optional.ofNullable(part.partOf());
		while (next.isPresent() && passed.add(next.get())) {
			next = Optional.ofNullable(this.targets.get(next.get())).map(Target::partOf);
		}
		return passed;
	}

	private static boolean haveLikeQuantities(Target part, Target whole) {
		return part.quantityUnit().isPresent() && part.quantityUnit().equals(whole.quantityUnit());
	}

	private Optional<Target> operand(String code, Fields place) {
		Target operand = this.targets.get(code);
		if (operand == null) {
			place.fault("goal", "operand", Text.format("计划中没有指标“%s”", "the plan has no indicator \"%s\"", code));
			return Optional.empty();
		}
		if (!operand.goal().hasOwnFigures()) {
			place.fault("goal", "operand",
					Text.format("“%s”没有自己的数据，不能作比较对象", "\"%s\" has no figures of its own to compare with", code));
			return Optional.empty();
		}
		return Optional.of(operand);
	}

	private Target compared(Target target, Target subject, Target operand, Fields place) {
		if (circle(target.indicator()).size() > 1) {
			place.fault("goal", "circle", Text.format("关系目标互成循环：%s", "the relations form a circle: %s",
					String.join(" → ", circle(target.indicator()))));
		}
		Measurement first = subject.measurement();
		Measurement second = operand.measurement();
		if (first == null || second == null || first.measure() != second.measure()
				|| !first.unit().equals(second.unit())) {
			place.fault("goal", "measure", Text.format("“%s”与“%s”的计量方式不同，不能比较",
					"\"%s\" and \"%s\" are not measured alike", subject.indicator(), operand.indicator()));
			return target;
		}
		if (first.measure().accumulatesOverYear()) {
			place.fault("goal", "measure",
					Text.format("%s不能作快慢比较", "one %s is not compared with another", first.measure().words()));
			return target;
		}
		return target.goal().hasOwnFigures() ? target
				: measured(target, (first.decimals() >= second.decimals()) ? first : second);
	}

	private Target measured(Target target, Measurement measurement) {
		boolean bandGiven = Optional.ofNullable(this.places.get(target.indicator()))
			.filter((place) -> place.has("lagging-below"))
			.isPresent();
		return new Target(target.indicator(), target.name(), target.wording(), target.goal(), measurement, null,
				bandGiven ? target.terms()
						: target.terms().with(measurement.measure().defaultLaggingBelow(measurement.decimals())),
				target.department(), target.lead(), target.nature(), target.partOf(), target.quotientOf(),
				target.assigned(), target.entry());
	}

	/**
	 * The indicators of a circle that leads back to {@code start}, in order; empty where
	 * there is none.
	 */
	private Set<String> circle(String start) {
		Set<String> passed = new LinkedHashSet<>();
		Optional<String> next = Optional.of(start);
		while (next.isPresent() && passed.add(next.get())) {
			next = Optional.ofNullable(this.targets.get(next.get())).flatMap((target) -> target.goal().operand());
		}
		return next.filter(start::equals).isPresent() ? passed : new HashSet<>();
	}

}
