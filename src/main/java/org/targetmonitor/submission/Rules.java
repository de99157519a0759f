package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Reporting;
import org.targetmonitor.plan.Target;

/**
 * What a submission must satisfy. Every rule is asked; all refusals come back, not the
 * first.
 */
final class Rules {

	/** No rate that a government publishes is larger, in percent. */
	static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(10_000);

	/** The hard rules: what fails one is refused. */
	static final List<Rule> REFUSALS = List.of(Rules::hasFiguresOfItsOwn, Rules::periodIsOfThePlansYear,
			Rules::periodIsOfItsFrequency, Rules::periodHasEnded, Rules::saysSomething, Rules::saysWhyNotAvailable,
			Rules::valueIsWithinTheUnitsRange, Rules::quarterIsWithinTheUnitsRange, Rules::levelHasAUnit,
			Rules::revisionSaysWhy, Rules::revisionHasAKind, Corrections::changesSomething, Statements::takesNoValue,
			Statements::isSaid, Statements::isAskedFor, Statements::isWritten, Statements::cameOutAfterwards,
			Statements::isPercentDone, Statements::isPlace, Statements::hasNoQuarter, Extents::standsInPlaceOfAValue,
			Extents::isUnderstood);

	private Rules() {
	}

	/**
	 * Whether a figure names an indicator of the plan; where it does not, nothing else
	 * can be asked.
	 */
	static List<Fault> refusals(Submission submission, Plan plan, Figures known, LocalDate today) {
		List<Fault> faults = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (int index = 0; index < submission.figures().size(); index++) {
			Figure figure = submission.figures().get(index);
			Subject place = Subject.figure(index, figure.indicator());
			if (!seen.add(figure.indicator())) {
				faults.add(Fault.of(place, "indicator", "twice",
						new Text("同一指标在一次报送中出现两次", "the indicator stands twice in the submission")));
			}
			Optional<Target> target = plan.reported(figure.indicator());
			if (target.isEmpty()) {
				faults.add(Fault.of(place, "indicator", "unknown-indicator", Text.format("计划%s中没有指标“%s”",
						"plan %s has no indicator \"%s\"", plan.id(), figure.indicator())));
				continue;
			}
			faults.addAll(ask(REFUSALS,
					new Rule.Candidate(place, figure, target.get(), submission, plan, known, null, today)));
		}
		return faults;
	}

	/** Every figure of an indicator that the plan has, with what it is judged by. */
	static List<Rule.Candidate> candidates(Submission submission, Plan plan, Figures known, @Nullable YearBefore before,
			LocalDate today) {
		List<Rule.Candidate> candidates = new ArrayList<>();
		for (int index = 0; index < submission.figures().size(); index++) {
			Figure figure = submission.figures().get(index);
			Subject place = Subject.figure(index, figure.indicator());
			plan.reported(figure.indicator())
				.ifPresent((target) -> candidates
					.add(new Rule.Candidate(place, figure, target, submission, plan, known, before, today)));
		}
		return candidates;
	}

	/** Figures of departments that the author may not report for. */
	static List<Fault> foreign(Submission submission, Plan plan, Author author) {
		List<Fault> faults = new ArrayList<>();
		for (int index = 0; index < submission.figures().size(); index++) {
			Figure figure = submission.figures().get(index);
			Subject place = Subject.figure(index, figure.indicator());
			plan.reported(figure.indicator())
				.filter((target) -> !author.mayReportFor(plan.id(), target.department().code()))
				.ifPresent((target) -> faults.add(Fault.of(place, "indicator", "other-department",
						Text.format("该指标由%s报送，您的账号无权报送",
								"this indicator is reported by %s; your account may not report it",
								target.department().name()))));
		}
		return faults;
	}

	/** Figures that do not build on the newest revision: somebody else was faster. */
	static List<Fault> stale(Submission submission, Figures known) {
		List<Fault> faults = new ArrayList<>();
		for (int index = 0; index < submission.figures().size(); index++) {
			Figure figure = submission.figures().get(index);
			int current = known.latest(figure.indicator(), submission.period()).map(Revision::number).orElse(0);
			int replaced = (figure.replaces() != null) ? figure.replaces() : 0;
			if (current != replaced) {
				faults.add(
						Fault.of(Subject.figure(index, figure.indicator()), "replaces", "stale", staleReason(current)));
			}
		}
		return faults;
	}

	private static Text staleReason(int current) {
		if (current == 0) {
			return new Text("该数据尚未报送过，没有可更正的版次，请按首次报送",
					"there is no revision yet that could be corrected; hand it in as a first figure");
		}
		return Text.format("该数据已报送过，现为第%d版；如需更正，请核对后在该版上更正并说明原因",
				"revision %d is there already; look at it, and correct that one with a reason", current);
	}

	static List<Fault> ask(List<Rule> rules, Rule.Candidate candidate) {
		return rules.stream().flatMap((rule) -> rule.check(candidate).stream()).toList();
	}

	private static Optional<Fault> hasFiguresOfItsOwn(Rule.Candidate candidate) {
		if (candidate.target().goal().hasOwnFigures() && candidate.target().terms().shareOf() == null) {
			return Optional.empty();
		}
		return candidate.refuse("indicator", "no-own-figures", Text.format("“%s”由其他指标推算或等待下达，本身没有数据可报",
				"\"%s\" has no figures of its own to report", candidate.target().name()));
	}

	private static Optional<Fault> periodIsOfThePlansYear(Rule.Candidate candidate) {
		Period period = candidate.submission().period();
		if (period.year() == candidate.plan().year()) {
			return Optional.empty();
		}
		return candidate.refuse("period", "plan-year", Text.format("报告期%s不属于计划年度%d",
				"period %s is not of the plan's year %d", PeriodWords.named(period), candidate.plan().year()));
	}

	private static Optional<Fault> periodIsOfItsFrequency(Rule.Candidate candidate) {
		Reporting reporting = candidate.target().reporting();
		Period period = candidate.submission().period();
		if (reporting == null || period.year() != candidate.plan().year() || reporting.periods().contains(period)) {
			return Optional.empty();
		}
		List<Text> expected = reporting.periods().stream().map((one) -> PeriodWords.named(one)).toList();
		return candidate.refuse("period", "frequency",
				Text.format("该指标的报告期为%s，不能按%s报送", "this indicator is reported for %s, not for %s",
						Text.join(expected, new Text("、", ", ")), PeriodWords.named(period)));
	}

	private static Optional<Fault> periodHasEnded(Rule.Candidate candidate) {
		Period period = candidate.submission().period();
		Reporting reporting = candidate.target().reporting();
		boolean early = reporting != null && reporting.early() && !candidate.today().isBefore(period.start());
		if (period.hasEnded(candidate.today()) || early) {
			return Optional.empty();
		}
		return candidate.refuse("period", "not-ended", Text.format("报告期%s尚未结束（至%s）",
				"period %s has not ended (it ends on %s)", PeriodWords.named(period), period.end().minusDays(1)));
	}

	private static Optional<Fault> saysSomething(Rule.Candidate candidate) {
		Figure figure = candidate.figure();
		if (figure.status().isNotAvailable() || figure.hasResult() || figure.level() != null
				|| !candidate.target().entry().takesValue()) {
			return Optional.empty();
		}
		return candidate.refuse("value", "required", new Text("缺少数值；确实没有数据的，数据状态请选“有数未收（L）”或“无此数（M）”并说明原因",
				"there is no value; if there really is none, choose its status (L or M) and say why"));
	}

	private static Optional<Fault> saysWhyNotAvailable(Rule.Candidate candidate) {
		Figure figure = candidate.figure();
		if (!figure.status().isNotAvailable()) {
			return Optional.empty();
		}
		if (figure.hasResult() || figure.level() != null || figure.quarterValue() != null) {
			return candidate.refuse("value", "not-available",
					new Text("数据状态为“有数未收”或“无此数”的，不能同时填数值", "a figure that is not available carries no value"));
		}
		if (figure.note() == null) {
			return candidate.refuse("note", "required", new Text("请在说明中写明没有数据的原因", "explain why there is no figure"));
		}
		return Optional.empty();
	}

	static Optional<Fault> valueIsWithinTheUnitsRange(Rule.Candidate candidate) {
		return isWithinTheUnitsRange(candidate, "value", candidate.figure().value());
	}

	private static Optional<Fault> quarterIsWithinTheUnitsRange(Rule.Candidate candidate) {
		return isWithinTheUnitsRange(candidate, "quarter-value", candidate.figure().quarterValue());
	}

	private static Optional<Fault> isWithinTheUnitsRange(Rule.Candidate candidate, String field,
			@Nullable BigDecimal given) {
		Measurement measurement = candidate.target().measurement();
		if (measurement == null || !measurement.isPercent() || given == null
				|| given.abs().compareTo(LARGEST_PERCENT) <= 0) {
			return Optional.empty();
		}
		return candidate.refuse(field, "range", Text.format("百分数%s超出可填范围±%s", "%s percent is beyond the range of ±%s",
				Numbers.plain(given), Numbers.plain(LARGEST_PERCENT)));
	}

	private static Optional<Fault> levelHasAUnit(Rule.Candidate candidate) {
		Measurement measurement = candidate.target().measurement();
		if (candidate.figure().level() == null || measurement == null || measurement.levelUnit() != null) {
			return Optional.empty();
		}
		return candidate.refuse("level", "level-unit",
				new Text("该指标不报总量，不能填总量", "the indicator has no level, so none can be given"));
	}

	private static Optional<Fault> revisionSaysWhy(Rule.Candidate candidate) {
		boolean said = candidate.submission().reason() != null || candidate.figure().note() != null;
		if (candidate.figure().replaces() == null || said) {
			return Optional.empty();
		}
		return candidate.refuse("reason", "required",
				new Text("更正已有数据须说明原因", "a correction of a figure that is there needs a reason"));
	}

	private static Optional<Fault> revisionHasAKind(Rule.Candidate candidate) {
		if (candidate.step().refusal() != Transition.Refusal.KIND) {
			return Optional.empty();
		}
		return candidate.refuse("kind", "kind",
				candidate.replacesApproved()
						? new Text("修订已审核数据须注明类别：差错更正、核实或普查修订",
								"a revision of an approved figure says which it is: correction, verification or census")
						: new Text("没有已审核的数据可修订，不应注明修订类别",
								"there is no approved figure to revise, so no kind of revision can be given"));
	}

}
