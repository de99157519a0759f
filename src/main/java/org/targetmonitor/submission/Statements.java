package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.targetmonitor.input.Days;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Entry;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Reporting;

/** What the sentences of tasks and commitments must satisfy. */
final class Statements {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Statements() {
	}

	static Optional<Fault> takesNoValue(Rule.Candidate candidate) {
		Figure figure = candidate.figure();
		boolean numbers = figure.value() != null || figure.level() != null || figure.quarterValue() != null;
		if (candidate.target().entry().takesValue() || !numbers) {
			return Optional.empty();
		}
		return candidate.refuse("value", "no-value",
				new Text("该项只报进展情况，不填数值", "this is reported by a statement and takes no number"));
	}

	static Optional<Fault> isSaid(Rule.Candidate candidate) {
		Figure figure = candidate.figure();
		if (!candidate.target().entry().takesStatement() || figure.status().isNotAvailable()
				|| figure.statement() != null) {
			return Optional.empty();
		}
		return candidate.refuse("statement", "required",
				new Text("请用一句话说明进展情况", "say how things stand, in a sentence"));
	}

	static Optional<Fault> isAskedFor(Rule.Candidate candidate) {
		Entry entry = candidate.target().entry();
		return Detail.all()
			.filter((detail) -> detail.isStated() && candidate.figure().says(detail) != null && !detail.isOf(entry))
			.findFirst()
			.flatMap((detail) -> candidate.refuse(detail.key(), "no-statement", new Text(
					"进展情况和佐证链接只用于重点任务和政府自身建设；其他情况请写在说明中",
					"progress in words and links to evidence are for tasks and commitments only; explain the figure in its note")));
	}

	/** What it says is written as such things are. */
	static Optional<Fault> isWritten(Rule.Candidate candidate) {
		return Detail.all()
			.flatMap((detail) -> Optional.ofNullable(candidate.figure().says(detail))
				.flatMap((text) -> detail.fault(text, knownFrom(candidate), candidate.today()))
				.stream())
			.findFirst()
			.flatMap((fault) -> candidate.refuse(fault.field(), fault.rule(), fault.reason()));
	}

	/** The first day after its period; of what may be reported early, the first of it. */
	private static LocalDate knownFrom(Rule.Candidate candidate) {
		Reporting reporting = candidate.target().reporting();
		return (reporting != null && reporting.early()) ? candidate.period().start() : candidate.period().end();
	}

	/** What replaces another one did not come out before it. */
	static Optional<Fault> cameOutAfterwards(Rule.Candidate candidate) {
		String day = candidate.figure().says(Detail.PUBLISHED);
		return (day == null) ? Optional.empty() : Optional
			.ofNullable(candidate.known().approved(candidate.figure().indicator()).get(candidate.period()))
			.map((latest) -> latest.figure().says(Detail.PUBLISHED))
			.filter((before) -> day.compareTo(before) < 0 && Days.read(day).isPresent())
			.flatMap((before) -> candidate.refuse(Detail.PUBLISHED.key(), "order", Text.format("发布日期%s早于所更正的数据（%s）",
					"came out on %s, before the figure that it replaces (%s)", day, before)));
	}

	/** There is no place between two places, and none before the first. */
	static Optional<Fault> isPlace(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal value = candidate.figure().value();
		if (measurement == null || measurement.measure() != Measure.RANK || value == null
				|| (value.signum() > 0 && value.stripTrailingZeros().scale() <= 0)) {
			return Optional.empty();
		}
		return candidate.refuse("value", "range", new Text("位次应为1或更大的整数", "a rank is a whole number, 1 or more"));
	}

	/** Percent done is from 0 to 100, of a task as of a target. */
	static Optional<Fault> isPercentDone(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		BigDecimal value = candidate.figure().value();
		if (measurement == null || measurement.measure() != Measure.COMPLETION || value == null
				|| (value.signum() >= 0 && value.compareTo(HUNDRED) <= 0)) {
			return Optional.empty();
		}
		return candidate.refuse("value", "range", Text.format((value
			.signum() < 0) ? "累计完成应为0至100，填的是%s" : "累计完成应为0至100，填的是%s；超额完成的填100，超出多少写在说明中", (value.signum() < 0)
					? "percent done is from 0 to 100, not %s"
					: "percent done is from 0 to 100, not %s; where more was done than planned give 100 and the rest in the note",
				Numbers.plain(value)));
	}

	/** A task has no other number beside it. */
	static Optional<Fault> hasNoQuarter(Rule.Candidate candidate) {
		if (!candidate.target().entry().isPercentDone() || candidate.figure().quarterValue() == null) {
			return Optional.empty();
		}
		return candidate.refuse("quarter-value", "no-value",
				new Text("重点任务只填累计完成的百分比", "a task takes the percent done so far and no other number"));
	}

}
