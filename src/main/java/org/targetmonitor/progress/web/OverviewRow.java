package org.targetmonitor.progress.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Assignment;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Peer;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;

/**
 * One target on the overview page, in the reader's language.
 *
 * @param indicator the indicator's code
 * @param name its name
 * @param wording the report's wording
 * @param actual the judged value with its unit, or what was published without an exact
 * number; empty where there is none
 * @param period the period it is of
 * @param when that period in words, empty where there is none
 * @param margin the signed margin, empty where there is none
 * @param status the status in words
 * @param light the key of what it is counted as
 * @param overdue whether a figure is overdue
 * @param due when the awaited figure is due
 * @param awaited the period that is waited for
 * @param missing how many earlier periods nothing was submitted for (缺报)
 * @param department who reports
 * @param lead who answers for it, where that is somebody else
 * @param explanation the whole in one sentence
 * @param since since which period it has stood as it does, null without a verdict
 * @param peers how it compares with the areas above
 * @param orders its supervision orders that are not closed
 * @param under the heading over assigned numbers that it stands under, null for none
 * @param document by which document its number was assigned, null for none
 * @param heading whether it is such a heading
 * @param changed whether it was changed since its latest period was judged
 */
public record OverviewRow(String indicator, String name, String wording, String actual, String period, String when,
		String margin, String status, String light, boolean overdue, @Nullable LocalDate due, String awaited,
		int missing, String department, @Nullable String lead, String explanation, @Nullable String since,
		List<String> peers, List<TaskRow.Order> orders, @Nullable String under, @Nullable String document,
		boolean heading, boolean changed) {

	static OverviewRow of(PlanStanding standing, TargetProgress progress, Peers peers, Locale locale) {
		Target target = progress.target();
		Optional<Verdict> verdict = progress.judged();
		Assignment assigned = target.assigned();
		Measurement measurement = target.measurement();
		String lead = target.lead().equals(target.department()) ? null : target.lead().shortName().in(locale);
		return new OverviewRow(target.indicator(), target.name().in(locale), target.wording(),
				progress.value()
					.map((value) -> SignedWords.value(value, measurement))
					.or(() -> progress.extent().map((words) -> words.in(locale)))
					.orElse(""),
				progress.valuePeriod().map(Period::toString).orElse(""),
				progress.valuePeriod().map((period) -> PeriodWords.named(period, measurement).in(locale)).orElse(""),
				verdict.map((known) -> SignedWords.margin(known, measurement).in(locale)).orElse(""),
				progress.countedWords().in(locale), progress.counted().key(), progress.timeliness().overdue(),
				(progress.timeliness().due() instanceof DueDate.On on) ? on.day() : null,
				Optional.ofNullable(progress.timeliness().awaited()).map(Object::toString).orElse(""),
				progress.timeliness().missing().size(), target.department().shortName().in(locale), lead,
				progress.explanation().in(locale), since(progress).map((words) -> words.in(locale)).orElse(null),
				Stream.concat(peers.compared().stream().map(Peer::words), peers.unclear().stream())
					.map((words) -> words.in(locale))
					.toList(),
				TaskRow.Order.of(standing, progress, locale), (assigned != null) ? assigned.under() : null,
				(assigned != null) ? assigned.document() + " " + assigned.date() : null, target.goal().awaitsNumbers(),
				progress.isChanged());
	}

	private static Optional<Text> since(TargetProgress progress) {
		Measurement measurement = progress.target().measurement();
		return (measurement == null) ? Optional.empty()
				: progress.calledSoSince().map((since) -> PeriodWords.of(since.period(), measurement));
	}

}
