package org.targetmonitor.desk.web;

import java.util.List;
import java.util.function.Predicate;

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

	/** The page's: the first of what it still owes, else of all. */
	FillPage.Deadline of(FillDesk.Place place) {
		return of(place, place.targets()::contains);
	}

	/** One row's own. */
	FillPage.Deadline of(FillDesk.Place place, Target target) {
		return of(place, target::equals);
	}

	private FillPage.Deadline of(FillDesk.Place place, Predicate<Target> targets) {
		List<Obligation> obligations = Obligation.of(place.standing(), this.calendar)
			.stream()
			.filter((one) -> one.period().equals(place.period()) && targets.test(one.target()))
			.toList();
		return this.due.deadline(obligations, place.standing().today(), place.locale());
	}

}
