package org.targetmonitor.desk.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.targetmonitor.account.Account;
import org.targetmonitor.desk.Obligation;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.Author;
import org.targetmonitor.submission.web.Authors;

/** Finds what an account's departments owe. */
@Component
class DueWork {

	private final Present present;

	private final WorkingDays calendar;

	DueWork(Present present, WorkingDays calendar) {
		this.present = present;
		this.calendar = calendar;
	}

	/**
	 * Every period of open plans that an account reports for: what is owed first, and of
	 * that what is overdue for longest or due soonest; of the others the newest.
	 */
	List<DueGroup> of(Account account, Locale locale) {
		List<DueGroup> groups = new ArrayList<>();
		Author author = Authors.of(account);
		for (PlanStanding standing : this.present.standing().plans()) {
			if (standing.open() && reports(author, standing.plan())) {
				groups.addAll(of(standing, author, locale));
			}
		}
		groups.sort(Comparator.comparing(DueGroup::stillOpen).reversed().thenComparing(DueWork::urgency));
		return groups;
	}

	private static boolean reports(Author author, Plan plan) {
		return plan.departments().keySet().stream().anyMatch((code) -> author.mayReportFor(plan.id(), code));
	}

	/** Days in their order; due days that are not known come after all others. */
	private static String urgency(DueGroup group) {
		return !group.stillOpen() ? "" : group.due().day().isEmpty() ? "unknown" : group.due().day();
	}

	private List<DueGroup> of(PlanStanding standing, Author author, Locale locale) {
		Map<Period, List<Obligation>> byPeriod = new LinkedHashMap<>();
		Obligation.of(standing, this.calendar)
			.stream()
			.filter((one) -> author.mayReportFor(one.plan().id(), one.target().department().code()))
			.sorted(Comparator.comparing(Obligation::period, Comparator.reverseOrder()))
			.forEach((one) -> byPeriod.computeIfAbsent(one.period(), (period) -> new ArrayList<>()).add(one));
		return byPeriod.values()
			.stream()
			.map((obligations) -> DueGroup.of(obligations, deadline(obligations, standing.today(), locale), locale))
			.toList();
	}

	/** The first due day of those that still owe something, else of all. */
	FillPage.Deadline deadline(List<Obligation> obligations, LocalDate today, Locale locale) {
		boolean owed = obligations.stream().anyMatch(Obligation::isOwed);
		return Obligation.dueDay(obligations)
			.map((known) -> new FillPage.Deadline(known.toString(), owed ? left(known, today).in(locale) : "",
					owed && known.isBefore(today)))
			.orElse(new FillPage.Deadline("", "", false));
	}

	private static Text left(LocalDate due, LocalDate today) {
		long days = ChronoUnit.DAYS.between(today, due);
		if (days == 0) {
			return new Text("今天截止", "due today");
		}
		return (days > 0) ? Text.format("还剩%d天", "%d days left", days)
				: Text.format("已逾期%d天", "%d days overdue", -days);
	}

}
