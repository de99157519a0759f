package org.targetmonitor.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
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
import org.targetmonitor.account.web.PeopleNames;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.DepartmentChoices;
import org.targetmonitor.desk.Obligation;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.desk.ReportCalendar;
import org.targetmonitor.desk.ReportCell;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.web.PlanChoices;
import org.targetmonitor.progress.web.PlanQuery;
import org.targetmonitor.progress.web.Present;
import org.targetmonitor.submission.web.Authors;

/** The calendar of reports: who reports what by when, and how they stand with it. */
@Controller
@Hidden
class CalendarPages {

	/** How far ahead the list of due days looks: a quarter. */
	private static final int DAYS_AHEAD = 92;

	/** How many plans are on a page at most. */
	private static final int PLANS = 8;

	/** How many due days are listed at most. */
	private static final int COMING = 60;

	/** How many indicators of a cell are on a page at most. */
	private static final int INDICATORS = 200;

	/** What the calendar is asked. */
	private static final List<String> QUESTIONS = List.of("plan", "area", "year", "q", "department", "page");

	private final Present present;

	private final WorkingDays calendar;

	private final Reminders reminders;

	private final PeopleNames names;

	CalendarPages(Present present, WorkingDays calendar, Reminders reminders, PeopleNames names) {
		this.names = names;
		this.present = present;
		this.calendar = calendar;
		this.reminders = reminders;
	}

	@GetMapping("/calendar")
	String calendar(PlanQuery query, @RequestParam(required = false) @Nullable String department, Model model,
			Locale locale, HttpServletResponse response) {
		List<PlanStanding> all = this.present.standing().plans();
		List<PlanStanding> asked = query.of(all);
		query.findsNone(asked, model, response);
		List<ReportCalendar> found = asked.stream()
			.sorted(PlanChoices.ORDER)
			.map((standing) -> ReportCalendar.of(standing, this.calendar,
					(reporting) -> DepartmentChoices.lets(department, standing.plan().id(), reporting.code())))
			.filter((one) -> !one.cells().isEmpty())
			.toList();
		Slice<ReportCalendar> shown = Slice.of(found, query.pageNumber(), PLANS);
		List<ReportCell> coming = found.stream()
			.flatMap((one) -> one.coming(DAYS_AHEAD).stream())
			.sorted(Comparator.comparing((ReportCell cell) -> cell.dueDay().orElseThrow()))
			.toList();
		model.addAttribute("calendars", shown.rows());
		model.addAttribute("slice", shown);
		Address here = new Address("/calendar", query.kept()).with("department", department);
		model.addAttribute("here", here);
		model.addAttribute("from", here.with("page", (shown.page() > 1) ? shown.page() : null).asked());
		model.addAttribute("coming", coming.stream().limit(COMING).toList());
		model.addAttribute("comingMore", Math.max(0, coming.size() - COMING));
		model.addAttribute("days", DAYS_AHEAD);
		model.addAttribute("query", query);
		model.addAttribute("choices", PlanChoices.of(query, all, locale));
		model.addAttribute("department", department);
		model.addAttribute("departments", departments(asked));
		model.addAttribute("reminded",
				this.reminders.counts(shown.rows().stream().map((one) -> one.plan().id()).toList()));
		model.addAttribute("signs", Obligation.State.values());
		return "desk/calendar";
	}

	@GetMapping("/calendar/{plan}/{department}/{period}")
	String cell(@PathVariable String plan, @PathVariable String department, @PathVariable String period,
			@RequestParam(required = false) @Nullable String from, @RequestParam(defaultValue = "1") int page,
			@AuthenticationPrincipal SignedIn user, Model model) {
		PlanStanding standing = this.present.standing()
			.plan(plan)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ReportCell cell = ReportCalendar.of(standing, this.calendar, (reporting) -> true)
			.cell(department, period)
			.map((found) -> found.seenBy(Authors.sight(user.account())))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		Address calendar = Address.from("/calendar", from, QUESTIONS);
		Address here = new Address("/calendar/%s/%s/%s".formatted(plan, department, period), Map.of());
		model.addAttribute("cell", cell);
		model.addAttribute("slice", Slice.of(cell.obligations(), page, INDICATORS));
		model.addAttribute("here", here.with("from", calendar.asked()));
		model.addAttribute("from", calendar.asked());
		model.addAttribute("calendar", calendar.questions().isEmpty() ? calendar.with("plan", plan) : calendar);
		model.addAttribute("names", this.names.forPage());
		model.addAttribute("open", standing.open());
		model.addAttribute("today", standing.today());
		model.addAttribute("reminders", this.reminders.of(plan, List.of(department), cell.period()));
		model.addAttribute("maySubmit", user.account().submits(plan, department));
		model.addAttribute("mayReview", user.account().may(Role.REVIEWER, plan));
		model.addAttribute("knows",
				user.account().may(Role.REVIEWER, plan) || user.account().submits(plan, department));
		return "desk/calendar-cell";
	}

	/**
	 * Those that report, of the plans that are asked for; none where these are too many
	 * to look through.
	 */
	private static List<DepartmentChoices> departments(List<PlanStanding> plans) {
		return (plans.size() > PLANS) ? List.of() : plans.stream()
			.map(PlanStanding::plan)
			.map((plan) -> DepartmentChoices.of(plan,
					plan.entries().stream().filter(Target::isHandedIn).map(Target::department).distinct().toList()))
			.filter((found) -> !found.departments().isEmpty())
			.toList();
	}

}
