package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Assignment;
import org.targetmonitor.plan.ExpectedNumber;

/**
 * Gives each heading over assigned numbers the standing of the worst of them, once none
 * of those it expects is missing.
 */
final class AssignedTargets {

	static final List<Light> WORST_FIRST = List.of(Light.RED, Light.YELLOW, Light.GREY, Light.GREEN);

	private static final Text AND = new Text("、", ", ");

	private AssignedTargets() {
	}

	/** The same targets, each heading filled and followed by the numbers under it. */
	static List<TargetProgress> filled(List<TargetProgress> targets) {
		List<TargetProgress> filled = new ArrayList<>();
		Map<String, List<TargetProgress>> assigned = targets.stream()
			.filter((progress) -> progress.target().assigned() != null)
			.collect(Collectors.groupingBy((progress) -> Objects.requireNonNull(progress.target().assigned()).under()));
		for (TargetProgress progress : targets) {
			if (progress.target().assigned() == null) {
				List<TargetProgress> under = assigned.getOrDefault(progress.indicator(), List.of());
				filled.add(under.isEmpty() && progress.target().goal().expects().isEmpty() ? progress
						: filled(progress, under));
				filled.addAll(under);
			}
		}
		return List.copyOf(filled);
	}

	private static TargetProgress filled(TargetProgress heading, List<TargetProgress> under) {
		List<ExpectedNumber> missing = heading.target()
			.goal()
			.expects()
			.stream()
			.filter((expected) -> under.stream().noneMatch((one) -> one.indicator().equals(expected.indicator())))
			.toList();
		if (!missing.isEmpty()) {
			return waiting(heading, under, missing);
		}
		return worst(under).map((worst) -> heading.over(under, worst.status(), worst.statusWords(), worst.reason(),
				(worst.light() == Light.GREY)
						? Text.format("下达%d项：%s。", "Numbers assigned: %d. %s.", under.size(), list(under))
						: Text.format("下达%d项，最差的是%s：%s各项：%s。",
								"Of the %d numbers assigned, %s stands worst: %s All of them: %s.", under.size(),
								worst.target().name(), worst.explanation(), list(under))))
			.orElse(heading);
	}

	private static TargetProgress waiting(TargetProgress heading, List<TargetProgress> under,
			List<ExpectedNumber> missing) {
		Text reason = Text.format("尚缺%s的指标数", "the numbers of %s are not assigned yet",
				Text.join(missing.stream().map(ExpectedNumber::name).toList(), AND));
		Text recorded = under.isEmpty() ? Text.same("") : Text.format("已下达：%s。", " Assigned so far: %s.", list(under));
		return heading.over(under, heading.status(), heading.statusWords(), reason,
				Text.format("%s：%s。%s", "%s: %s.%s", heading.statusWords(), reason, recorded));
	}

	/**
	 * Red over yellow over grey over green: what is unknown is never green. Of the same
	 * light it is the one furthest below its line, counted in its own bands of lagging,
	 * as the units differ.
	 */
	static Optional<TargetProgress> worst(List<TargetProgress> under) {
		return under.stream()
			.min(Comparator.comparingInt((TargetProgress one) -> WORST_FIRST.indexOf(one.light()))
				.thenComparing(AssignedTargets::bands));
	}

	static BigDecimal bands(TargetProgress one) {
		BigDecimal band = one.target().laggingRatio().abs();
		return one.judged()
			.map((verdict) -> verdict.marginRatio().divide(band, MathContext.DECIMAL128))
			.orElse(BigDecimal.ZERO);
	}

	private static Text list(List<TargetProgress> under) {
		return Text.join(under.stream()
			.map((one) -> Text.format("%s（%s）", "%s (%s)", one.target().name(), one.statusWords()))
			.toList(), new Text("；", "; "));
	}

}
