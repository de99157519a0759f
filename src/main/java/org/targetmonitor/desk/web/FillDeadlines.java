package org.targetmonitor.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.targetmonitor.desk.Obligation;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Target;

/** Until when a page of figures is due, and each of its rows. */
@Component
class FillDeadlines {

	private final DueWork due;

	private final WorkingDays calendar;

	FillDeadlines(DueWork due, WorkingDays calendar) {
		this.due = due;
		this.calendar = calendar;
	}

	/**
	 * Of a place: what the plan owes is found once, not for each row, since that goes
	 * through all targets and periods.
	 */
	OfPage of(FillDesk.Place place) {
		Set<String> indicators = place.indicators();
		Map<String, List<Obligation>> rows = Obligation.of(place.standing(), this.calendar)
			.stream()
			.filter((one) -> one.period().equals(place.period()) && indicators.contains(one.target().indicator()))
			.collect(Collectors.groupingBy((one) -> one.target().indicator()));
		return new OfPage(this.due, rows, place.standing().today(), place.locale());
	}

	/** The due days of one page. */
	record OfPage(DueWork due, Map<String, List<Obligation>> rows, LocalDate today, Locale locale) {

		/** The page's: the first of what it still owes, else of all. */
		FillPage.Deadline all() {
			return deadline(this.rows.values().stream().flatMap(List::stream).toList());
		}

		/** One row's own. */
		FillPage.Deadline of(Target target) {
			return deadline(this.rows.getOrDefault(target.indicator(), List.of()));
		}

		private FillPage.Deadline deadline(List<Obligation> obligations) {
			return this.due.deadline(obligations, this.today, this.locale);
		}

	}

}
