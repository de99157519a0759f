package org.targetmonitor.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.Role;
import org.targetmonitor.account.web.SignedIn;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;

/** Leads staff to where their work is. */
@Controller
@Hidden
class DueController {

	/** How many periods of plans are on a page at most. */
	private static final int GROUPS = 40;

	private final DueWork work;

	DueController(DueWork work) {
		this.work = work;
	}

	/** After signing in: whoever owes a figure comes to where it is typed. */
	@GetMapping("/start")
	String start(@AuthenticationPrincipal SignedIn user, Locale locale) {
		List<DueGroup> owed = owed(user, locale);
		return owed.isEmpty() ? "redirect:/" : "redirect:" + ((owed.size() == 1) ? owed.getFirst().path() : "/fill");
	}

	/** What is due; where that is one thing only, it is opened at once. */
	@GetMapping("/fill")
	String due(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "false") boolean all,
			@RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "1") int reported, Locale locale,
			Model model) {
		if (!user.account().roles().contains(Role.SUBMITTER)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		List<DueGroup> groups = this.work.of(user.account(), locale);
		List<DueGroup> owed = groups.stream().filter(DueGroup::stillOpen).toList();
		if (owed.size() == 1 && !all) {
			return "redirect:" + owed.getFirst().path();
		}
		Address here = new Address("/fill", Map.of()).with("all", all ? "true" : null);
		model.addAttribute("owedPages", here.with("reported", (reported > 1) ? reported : null));
		model.addAttribute("donePages", here.with("page", (page > 1) ? page : null));
		model.addAttribute("owed", Slice.of(owed, page, GROUPS));
		model.addAttribute("done",
				Slice.of(groups.stream().filter((group) -> !group.stillOpen()).toList(), reported, GROUPS));
		return "desk/fill-due";
	}

	private List<DueGroup> owed(SignedIn user, Locale locale) {
		return this.work.of(user.account(), locale).stream().filter(DueGroup::stillOpen).toList();
	}

}
