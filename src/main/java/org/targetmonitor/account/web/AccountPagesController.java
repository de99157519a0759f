package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.targetmonitor.account.Account;
import org.targetmonitor.account.AccountDocument;
import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.SignInFailures;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Address;

/** The pages on which the security administrator keeps accounts. */
@Controller
@Hidden
@RequestMapping("/accounts")
class AccountPagesController {

	/** How many accounts are on a page at most. */
	private static final int ACCOUNTS = 100;

	private final Accounts accounts;

	private final AccountForm form;

	private final AccountChanges changes;

	private final Confirmation confirmation;

	private final Guesses guesses;

	private final AuditTrail trail;

	private final GrantWords words;

	AccountPagesController(Accounts accounts, AccountForm form, AccountChanges changes, Confirmation confirmation,
			Guesses guesses, AuditTrail trail, GrantWords words) {
		this.words = words;
		this.accounts = accounts;
		this.form = form;
		this.changes = changes;
		this.confirmation = confirmation;
		this.guesses = guesses;
		this.trail = trail;
	}

	@ModelAttribute("roles")
	Role[] roles() {
		return Role.values();
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "1") int page, Model model) {
		Map<String, SignInFailures.Tally> guessedAt = this.guesses.guessedAt();
		List<AccountRow> rows = this.accounts.logins()
			.stream()
			.map((login) -> new AccountRow(login, guessedAt.containsKey(login.account().username())))
			.filter((row) -> row.matches(q, role, state))
			.toList();
		model.addAttribute("here",
				new Address("/accounts", Map.of()).with("q", q).with("role", role).with("state", state));
		model.addAttribute("rows", Slice.of(rows, page, ACCOUNTS));
		model.addAttribute("q", q);
		model.addAttribute("grantWords", this.words.forPage());
		model.addAttribute("role", role);
		model.addAttribute("state", state);
		return "account/accounts";
	}

	@GetMapping("/new")
	String fresh(Model model) {
		return edit(this.form.empty(), null, model);
	}

	@PostMapping("/new")
	String create(@RequestParam MultiValueMap<String, String> fields, @AuthenticationPrincipal SignedIn user,
			Model model, Locale locale) {
		String username = Objects.requireNonNullElse(fields.getFirst("username"), "").strip();
		if (AccountForm.isLooking(fields)) {
			model.addAttribute("looked", true);
			return edit(this.form.typed(username, fields, ""), null, model);
		}
		return switch (this.changes.save(user, false, username, new AccountChanges.Password.OneTime(),
				(before) -> fresh(username, fields, before))) {
			case AccountChanges.Outcome.Refused refused -> {
				model.addAttribute("faults", reasons(refused.faults(), locale));
				yield edit(this.form.typed(username, fields, ""), null, model);
			}
			case AccountChanges.Outcome.Saved saved -> {
				model.addAttribute("oneTimePassword", saved.oneTimePassword());
				yield edit(username, model);
			}
		};
	}

	private AccountDocument fresh(String username, MultiValueMap<String, String> fields, @Nullable Account before) {
		AccountDocument read = this.form.read(username, fields, null);
		List<Fault> faults = new ArrayList<>(read.faults());
		if (before != null) {
			faults.add(Fault.of("", "username", "taken", new Text("已有这个用户名", "there is an account of this name")));
		}
		return new AccountDocument(read.account(), null, null, faults);
	}

	@GetMapping("/{username}")
	String one(@PathVariable String username, Model model) {
		return edit(username, model);
	}

	@PostMapping("/{username}")
	String save(@PathVariable String username, @RequestParam MultiValueMap<String, String> fields,
			@AuthenticationPrincipal SignedIn user, HttpServletRequest request, Model model, Locale locale) {
		Login login = login(username);
		String was = Objects.requireNonNullElse(fields.getFirst("was"), "");
		if (AccountForm.isLooking(fields)) {
			model.addAttribute("looked", true);
			return edit(this.form.typed(username, fields, was), login, model);
		}
		String current = Objects.requireNonNullElse(fields.getFirst("current"), "");
		List<Fault> unconfirmed = (isOwn(user, username) && !current.isEmpty()) ? this.confirmation.faults(user,
				current, Objects.requireNonNullElse(fields.getFirst("code"), ""), request) : List.of();
		boolean confirmed = !current.isEmpty() && unconfirmed.isEmpty();
		return switch (this.changes.save(user, confirmed, username, new AccountChanges.Password.Kept(),
				(before) -> this.form.read(username, fields, before))) {
			case AccountChanges.Outcome.Refused refused -> {
				List<Fault> faults = new ArrayList<>(unconfirmed);
				faults.addAll(refused.faults());
				model.addAttribute("faults", reasons(faults, locale));
				yield edit(this.form.typed(username, fields, was), login, model);
			}
			case AccountChanges.Outcome.Saved saved -> "redirect:/accounts/" + username + "?saved";
		};
	}

	@PostMapping("/{username}/reset")
	String reset(@PathVariable String username, @RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model, Locale locale) {
		login(username);
		if (isConfirmed(user, username, current, code, request, model, locale)) {
			model.addAttribute("oneTimePassword", this.changes.reset(user, username));
		}
		return edit(username, model);
	}

	/**
	 * What an administrator does to the own account is what somebody at an open session
	 * would do to keep it: the password is asked for again.
	 */
	private boolean isConfirmed(SignedIn user, String username, String current, String code, HttpServletRequest request,
			Model model, Locale locale) {
		List<Fault> faults = isOwn(user, username) ? this.confirmation.faults(user, current, code, request) : List.of();
		if (!faults.isEmpty()) {
			this.trail.record(user.getUsername(), AuditAction.PASSWORD, false, username, null, "present password");
			model.addAttribute("faults", reasons(faults, locale));
		}
		return faults.isEmpty();
	}

	private static boolean isOwn(SignedIn user, String username) {
		return user.getUsername().equals(username);
	}

	@PostMapping("/{username}/unlock")
	String unlock(@PathVariable String username, @AuthenticationPrincipal SignedIn user) {
		login(username);
		this.changes.unlock(user, username);
		return "redirect:/accounts/" + username + "?saved";
	}

	@PostMapping("/{username}/second-factor")
	String dropSecondFactor(@PathVariable String username, @RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model, Locale locale) {
		login(username);
		if (!isConfirmed(user, username, current, code, request, model, locale)) {
			return edit(username, model);
		}
		this.changes.dropSecondFactor(user, username);
		return "redirect:/accounts/" + username + "?saved";
	}

	/** What one does to the own account is done on the own page, or confirmed. */
	@ModelAttribute("own")
	boolean own(@PathVariable(required = false) @Nullable String username, @AuthenticationPrincipal SignedIn user) {
		return user.getUsername().equals(username);
	}

	private String edit(String username, Model model) {
		Login login = login(username);
		return edit(this.form.of(login.account()), login, model);
	}

	private String edit(AccountForm.View view, @Nullable Login login, Model model) {
		model.addAttribute("form", view);
		model.addAttribute("login", login);
		model.addAttribute("guesses",
				(login != null) ? this.guesses.ofLate(login.account().username()) : SignInFailures.Tally.NONE);
		model.addAttribute("places", this.words.places());
		model.addAttribute("choices", this.form.choices(view, LocaleContextHolder.getLocale()));
		return "account/account";
	}

	private Login login(String username) {
		return this.accounts.login(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static List<String> reasons(List<Fault> faults, Locale locale) {
		return faults.stream().map((fault) -> fault.reason().in(locale)).distinct().toList();
	}

}
