package org.targetmonitor.desk.web;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.AuditTrail;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.desk.Reminder;
import org.targetmonitor.desk.Reminders;
import org.targetmonitor.desk.Reminding;
import org.targetmonitor.desk.ReportCalendar;
import org.targetmonitor.desk.ReportCell;
import org.targetmonitor.input.Fields;
import org.targetmonitor.period.WorkingDays;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.web.Present;

/** Reminds a department by a click, and takes its answer. */
@Controller
@Hidden
class ReminderPages {

	private static final int LONGEST_ANSWER = 500;

	private final Present present;

	private final WorkingDays calendar;

	private final Reminding reminding;

	private final Reminders reminders;

	private final AuditTrail audit;

	private final MessageSource messages;

	private final Clock clock;

	ReminderPages(Present present, WorkingDays calendar, Reminding reminding, Reminders reminders, AuditTrail audit,
			MessageSource messages, Clock clock) {
		this.present = present;
		this.calendar = calendar;
		this.reminding = reminding;
		this.reminders = reminders;
		this.audit = audit;
		this.messages = messages;
		this.clock = clock;
	}

	@PostMapping("/calendar/{plan}/{department}/{period}/reminders")
	String remind(@PathVariable String plan, @PathVariable String department, @PathVariable String period,
			@RequestParam(required = false) @Nullable String from, @AuthenticationPrincipal SignedIn user,
			RedirectAttributes redirect, Locale locale) {
		if (!user.account().may(Role.REVIEWER, plan)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		PlanStanding standing = this.present.standing().plan(plan).orElseThrow(ReminderPages::notThere);
		ReportCell cell = ReportCalendar.of(standing, this.calendar, (reporting) -> true)
			.cell(department, period)
			.orElseThrow(ReminderPages::notThere);
		Reminding.Outcome outcome = this.audit.together(() -> {
			Reminding.Outcome reminded = this.reminding.remind(cell, standing.open(), user.getUsername());
			this.audit.record(user.getUsername(), AuditAction.REMIND, reminded instanceof Reminding.Outcome.Reminded,
					department + " " + period, plan, null);
			return reminded;
		});
		redirect.addFlashAttribute((outcome instanceof Reminding.Outcome.Reminded) ? "done" : "fault",
				words(outcome, cell, locale));
		redirect.addAttribute("from", from);
		return "redirect:/calendar/{plan}/{department}/{period}";
	}

	/** The department's answer, such as when it will report. */
	@PostMapping("/calendar/{plan}/{department}/{period}/reminders/{id}/answers")
	String answer(@PathVariable String plan, @PathVariable UUID id, @RequestParam @Nullable String words,
			@RequestParam(required = false) @Nullable String from, @AuthenticationPrincipal SignedIn user,
			RedirectAttributes redirect, Locale locale) {
		Reminder reminder = this.reminders.find(plan, id).orElseThrow(ReminderPages::notThere);
		if (!user.account().submits(plan, reminder.department())) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		String said = (words != null) ? words.strip() : "";
		if (said.isEmpty() || !Fields.isText(said, LONGEST_ANSWER)) {
			redirect.addFlashAttribute("fault", message("reminder.answer-needed", locale, LONGEST_ANSWER));
		}
		else {
			this.audit.together(() -> {
				this.reminders.answer(plan, id, user.getUsername(), said, this.clock.instant());
				this.audit.record(user.getUsername(), AuditAction.REMIND, true, id.toString(), plan, said);
				return said;
			});
			redirect.addFlashAttribute("done", message("reminder.answered", locale));
		}
		redirect.addAttribute("from", from);
		return "redirect:/calendar/{plan}/{department}/{period}";
	}

	private String words(Reminding.Outcome outcome, ReportCell cell, Locale locale) {
		return switch (outcome) {
			case Reminding.Outcome.Reminded reminded when reminded.reminder().deliveries().isEmpty() ->
				message("reminder.shown", locale, cell.department().shortName().in(locale));
			case Reminding.Outcome.Reminded reminded -> message("reminder.sent", locale,
					cell.department().shortName().in(locale), reminded.reminder().deliveries().size());
			case Reminding.Outcome.JustDone done -> message("reminder.just-done", locale, done.before().author(),
					done.before().at().atZone(cell.plan().zone()).toLocalTime().withNano(0).toString());
			case Reminding.Outcome.NothingOwed nothing -> message("reminder.nothing-owed", locale);
		};
	}

	private static ResponseStatusException notThere() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

	private String message(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

}
