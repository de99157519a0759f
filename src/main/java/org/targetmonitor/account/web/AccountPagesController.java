package org.targetmonitor.account.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

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

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Role;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/** The pages on which the security administrator keeps accounts. */
@Controller
@Hidden
@RequestMapping("/accounts")
class AccountPagesController {

	private final Accounts accounts;

	private final AccountForm form;

	private final AccountChanges changes;

	private final Passwords passwords;

	private final Guesses guesses;

	private final AuditTrail trail;

	AccountPagesController(Accounts accounts, AccountForm form, AccountChanges changes, Passwords passwords,
			Guesses guesses, AuditTrail trail) {
		this.accounts = accounts;
		this.form = form;
		this.changes = changes;
		this.passwords = passwords;
		this.guesses = guesses;
		this.trail = trail;
	}

	@ModelAttribute("roles")
	Role[] roles() {
		return Role.values();
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String role,
			@RequestParam(defaultValue = "") String state, Model model) {
		List<AccountRow> rows = this.accounts.logins()
			.stream()
			.map((login) -> new AccountRow(login, this.guesses.lockedUntil(login.account().username()).isPresent()))
			.filter((row) -> row.matches(q.strip().toLowerCase(Locale.ROOT), role, state))
			.toList();
		model.addAttribute("rows", rows);
		model.addAttribute("q", q);
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
		AccountForm.Read read = this.form.read(Objects.requireNonNullElse(fields.getFirst("username"), "").strip(),
				fields);
		List<Fault> faults = new ArrayList<>(read.faults());
		if (this.accounts.find(read.account().username()).isPresent()) {
			faults.add(Fault.of("", "username", "taken", new Text("已有这个用户名", "there is an account of this name")));
		}
		return switch (this.changes.save(user, read.account(), new AccountChanges.Password.OneTime(), faults)) {
			case AccountChanges.Outcome.Refused refused -> {
				model.addAttribute("faults", reasons(refused.faults(), locale));
				yield edit(this.form.of(read), null, model);
			}
			case AccountChanges.Outcome.Saved saved -> {
				model.addAttribute("oneTimePassword", saved.oneTimePassword());
				yield edit(read.account().username(), model);
			}
		};
	}

	@GetMapping("/{username}")
	String one(@PathVariable String username, Model model) {
		return edit(username, model);
	}

	@PostMapping("/{username}")
	String save(@PathVariable String username, @RequestParam MultiValueMap<String, String> fields,
			@AuthenticationPrincipal SignedIn user, Model model, Locale locale) {
		Login login = login(username);
		AccountForm.Read read = this.form.read(username, fields);
		return switch (this.changes.save(user, read.account(), new AccountChanges.Password.Kept(), read.faults())) {
			case AccountChanges.Outcome.Refused refused -> {
				model.addAttribute("faults", reasons(refused.faults(), locale));
				yield edit(this.form.of(read), login, model);
			}
			case AccountChanges.Outcome.Saved saved -> "redirect:/accounts/" + username + "?saved";
		};
	}

	@PostMapping("/{username}/reset")
	String reset(@PathVariable String username, @AuthenticationPrincipal SignedIn user, Model model) {
		login(username);
		model.addAttribute("oneTimePassword", this.passwords.reset(username));
		this.trail.record(user.getUsername(), AuditAction.PASSWORD, true, username, null, "reset");
		return edit(username, model);
	}

	@PostMapping("/{username}/unlock")
	String unlock(@PathVariable String username, @AuthenticationPrincipal SignedIn user) {
		login(username);
		this.guesses.unlock(username);
		this.trail.record(user.getUsername(), AuditAction.ACCOUNT, true, username, null, "unlocked");
		return "redirect:/accounts/" + username + "?saved";
	}

	@PostMapping("/{username}/second-factor")
	String dropSecondFactor(@PathVariable String username, @AuthenticationPrincipal SignedIn user) {
		login(username);
		this.accounts.dropSecondFactor(username);
		this.trail.record(user.getUsername(), AuditAction.SECOND_FACTOR, true, username, null, "reset");
		return "redirect:/accounts/" + username + "?saved";
	}

	private String edit(String username, Model model) {
		Login login = login(username);
		return edit(this.form.of(login.account()), login, model);
	}

	private String edit(AccountForm.View view, @Nullable Login login, Model model) {
		model.addAttribute("form", view);
		model.addAttribute("login", login);
		model.addAttribute("locked", login != null && this.guesses.lockedUntil(login.account().username()).isPresent());
		model.addAttribute("plans", this.form.plans());
		return "account/account";
	}

	private Login login(String username) {
		return this.accounts.login(username).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static List<String> reasons(List<Fault> faults, Locale locale) {
		return faults.stream().map((fault) -> fault.reason().in(locale)).distinct().toList();
	}

}
