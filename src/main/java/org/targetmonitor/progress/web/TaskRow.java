package org.targetmonitor.progress.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.period.DueDate;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Headway;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.submission.Revision;

/**
 * One task or commitment on their page, in the reader's language.
 *
 * @param indicator its code
 * @param name its name
 * @param light the light's key
 * @param status the status in words
 * @param period the period that is judged, empty where there is none
 * @param bar percent done against the pace; null where there is no verdict
 * @param stated the newest statement; null where there is none
 * @param department who reports
 * @param overdue whether a report is overdue
 * @param due when the awaited report is due
 * @param awaited the period that is waited for
 * @param missing how many earlier periods nothing was submitted for (缺报)
 * @param explanation the whole in one sentence
 * @param orders its supervision orders that are not closed
 */
public record TaskRow(String indicator, String name, String light, String status, String period, @Nullable Bar bar,
		@Nullable Stated stated, String department, boolean overdue, @Nullable LocalDate due, String awaited,
		int missing, String explanation, List<Order> orders) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/**
	 * How much is done and how much should be, in percent.
	 *
	 * @param basis what the pace is taken from
	 */
	public record Bar(String done, String pace, String basis) {

		static Bar of(Headway headway, Locale locale) {
			return new Bar(percent(headway.done()), percent(headway.pace()), headway.basis().in(locale));
		}

		private static String percent(BigDecimal share) {
			return Numbers.plain(share.multiply(HUNDRED).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros());
		}

	}

	/** A supervision order and how it stands, in words. */
	public record Order(int number, String state) {

		/** Those of an entry, the newest first. */
		static List<Order> of(PlanStanding standing, TargetProgress progress, Locale locale) {
			return progress.supervision()
				.openOrders()
				.stream()
				.map((order) -> new Order(order.number(),
						order.state(standing.plan(), standing.today()).words().in(locale)))
				.toList();
		}

	}

	/** A statement with its period, and a link where there is one. */
	public record Stated(String period, String statement, @Nullable String evidence) {
	}

	static TaskRow of(PlanStanding standing, TargetProgress progress, Locale locale) {
		Optional<Verdict> verdict = progress.judged();
		return new TaskRow(progress.indicator(), progress.target().name().in(locale),
				hasStatus(progress) ? progress.counted().key() : progress.light().key(),
				hasStatus(progress) ? progress.countedWords().in(locale) : progress.statusWords().in(locale),
				verdict.map((known) -> known.period().toString()).orElse(""),
				verdict.flatMap((known) -> Optional.ofNullable(known.headway()))
					.map((headway) -> Bar.of(headway, locale))
					.orElse(null),
				standing.stated(progress.indicator()).map(TaskRow::stated).orElse(null),
				progress.target().department().shortName().in(locale), progress.timeliness().overdue(),
				(progress.timeliness().due() instanceof DueDate.On on) ? on.day() : null,
				Optional.ofNullable(progress.timeliness().awaited()).map(Object::toString).orElse(""),
				progress.timeliness().missing().size(), progress.explanation().in(locale),
				Order.of(standing, progress, locale));
	}

	private static boolean hasStatus(TargetProgress progress) {
		return progress.target().entry().hasStatus();
	}

	private static Stated stated(Revision revision) {
		String statement = revision.figure().statement();
		return new Stated(revision.period().toString(), (statement != null) ? statement : "",
				revision.figure().evidence());
	}

}
