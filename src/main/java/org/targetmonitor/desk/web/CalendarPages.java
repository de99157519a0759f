package org.targetmonitor.desk.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.DepartmentChoices;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.desk.ReportCalendar;
import org.targetmonitor.desk.ReportCell;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.Standings;
import org.targetmonitor.submission.web.Authors;

/** The calendar of reports: who reports what by when, and how they stand with it. */
@Controller
@Hidden
class CalendarPages {

	/** How far ahead the list of due days looks: a quarter. */
	private static final int DAYS_AHEAD = 92;

	private final Standings standings;

	private final WorkingDays calendar;

	private final Reminders reminders;

	private final PeopleNames names;

	CalendarPages(Standings standings, WorkingDays calendar, Reminders reminders, PeopleNames names) {
		this.names = names;
		this.standings = standings;
		this.calendar = calendar;
		this.reminders = reminders;
	}

	@GetMapping("/calendar")
	String calendar(@RequestParam(required = false) @Nullable String plan,
			@RequestParam(required = false) @Nullable String department, Model model) {
		List<PlanStanding> all = this.standings.current().plans();
		List<ReportCalendar> shown = all.stream()
			.filter((standing) -> blank(plan) || standing.plan().id().equals(plan))
			.map((standing) -> ReportCalendar.of(standing, this.calendar,
					(reporting) -> DepartmentChoices.lets(department, standing.plan().id(), reporting.code())))
			.filter((found) -> !found.cells().isEmpty())
			.sorted(Comparator.comparing(ReportCalendar::open, Comparator.reverseOrder()))
			.toList();
		model.addAttribute("calendars", shown);
		model.addAttribute("coming",
				shown.stream()
					.flatMap((found) -> found.coming(DAYS_AHEAD).stream())
					.sorted(Comparator.comparing((ReportCell cell) -> cell.dueDay().orElseThrow()))
					.toList());
		model.addAttribute("days", DAYS_AHEAD);
		model.addAttribute("plan", plan);
		model.addAttribute("department", department);
		model.addAttribute("plans", all.stream().map(PlanStanding::plan).toList());
		model.addAttribute("departments", departments(all, plan));
		model.addAttribute("reminded", reminded(shown));
		model.addAttribute("signs", ReportCell.Sign.values());
		return "desk/calendar";
	}

	@GetMapping("/calendar/{plan}/{department}/{period}")
	String cell(@PathVariable String plan, @PathVariable String department, @PathVariable String period,
			@AuthenticationPrincipal SignedIn user, Model model) {
		PlanStanding standing = this.standings.current()
			.plan(plan)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ReportCell cell = ReportCalendar.of(standing, this.calendar, (reporting) -> true)
			.cell(department, period)
			.map((found) -> found.seenBy(Authors.sight(user.account())))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("cell", cell);
		model.addAttribute("names", this.names.forPage());
		model.addAttribute("open", standing.open());
		model.addAttribute("today", standing.today());
		model.addAttribute("reminders", this.reminders.of(plan, department, cell.period()));
		model.addAttribute("maySubmit", user.account().submits(plan, department));
		model.addAttribute("mayReview", user.account().may(Role.REVIEWER, plan));
		model.addAttribute("knows",
				user.account().may(Role.REVIEWER, plan) || user.account().submits(plan, department));
		return "desk/calendar-cell";
	}

	/** How often each cell was reminded, by plan, department and period. */
	private Map<String, Long> reminded(List<ReportCalendar> calendars) {
		Map<String, Long> reminded = new HashMap<>();
		this.reminders.counts(calendars.stream().map((found) -> found.plan().id()).toList())
			.forEach((place, times) -> reminded.put(place.plan() + " " + place.department() + " " + place.period(),
					times));
		return reminded;
	}

	/** Those that report, of the chosen plan or of all. */
	private List<DepartmentChoices> departments(List<PlanStanding> plans, @Nullable String plan) {
		return plans.stream()
			.filter((standing) -> blank(plan) || standing.plan().id().equals(plan))
			.map((standing) -> DepartmentChoices.of(standing.plan(),
					ReportCalendar.of(standing, this.calendar, (reporting) -> true).departments()))
			.filter((found) -> !found.departments().isEmpty())
			.toList();
	}

	private static boolean blank(@Nullable String choice) {
		return choice == null || choice.isBlank();
	}

}
