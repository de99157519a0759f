package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;

/** What is said of a figure that is taken as it is. */
final class Remarks {

	static final List<Rule> ALL = List.of(Remarks::hasNoMoreDecimalsThanPublished);

	private Remarks() {
	}

	/** Asks every rule of every figure of indicators that the plan has. */
	static List<Fault> of(Submission submission, Plan plan, Figures known, LocalDate today) {
		return Rules.candidates(submission, plan, known, null, today)
			.stream()
			.flatMap((candidate) -> Rules.ask(ALL, candidate).stream())
			.toList();
	}

	private static Optional<Fault> hasNoMoreDecimalsThanPublished(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal value = candidate.figure().value();
		if (measurement == null || value == null || value.stripTrailingZeros().scale() <= measurement.decimals()) {
			return Optional.empty();
		}
		return candidate.refuse("value", "decimals", Text.format("%s的小数位多于公布的%d位，按%s评价（逐次舍入可能改变结果）",
				"%s has more decimals than the %d published; it is judged as %s (rounding twice may change the result)",
				Numbers.plain(value), measurement.decimals(), Numbers.plain(measurement.published(value))));
	}

}
