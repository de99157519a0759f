package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Slice;
import org.targetmonitor.input.web.Address;

/** Somebody's own account: password, second factor, access tokens. */
@Controller
@Hidden
@RequestMapping("/me")
class MeController {

	private static final String PAGE = "account/me";

	private final Accounts accounts;

	/** How many tokens are on a page at most. */
	private static final int TOKENS = 100;

	private final Tokens tokens;

	private final Passwords passwords;

	private final NewTokens newTokens;

	private final Confirmation confirmation;

	private final Guesses guesses;

	private final LiveSessions sessions;

	private final AuditTrail trail;

	private final Clock clock;

	private final ZoneId zone;

	private final GrantWords words;

	MeController(Accounts accounts, Tokens tokens, Passwords passwords, NewTokens newTokens, Confirmation confirmation,
			Guesses guesses, LiveSessions sessions, AuditTrail trail, Clock clock, GrantWords words,
			@Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.passwords = passwords;
		this.newTokens = newTokens;
		this.confirmation = confirmation;
		this.guesses = guesses;
		this.sessions = sessions;
		this.trail = trail;
		this.clock = clock;
		this.zone = zone;
		this.words = words;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return this.zone;
	}

	@GetMapping
	String me(@RequestParam(defaultValue = "1") int page, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model) {
		return page(user.login(), page, request, model);
	}

	/** After an act: the newest tokens are on the first page of them. */
	private String page(Login login, HttpServletRequest request, Model model) {
		return page(login, 1, request, model);
	}

	private String page(Login login, int page, HttpServletRequest request, Model model) {
		boolean byProvider = this.sessions.proof(request).filter((proof) -> proof == Proof.PROVIDER).isPresent();
		String username = login.account().username();
		model.addAttribute("login", login);
		model.addAttribute("byProvider", byProvider);
		model.addAttribute("guesses", this.guesses.ofLate(username));
		model.addAttribute("grantWords", this.words.forPage());
		model.addAttribute("recoveryCodes", this.accounts.recoveryCodes(username));
		model.addAttribute("tokens", Slice.of(
				this.tokens.of(username).stream().filter((token) -> token.isLive(this.clock.instant())).toList(), page,
				TOKENS));
		model.addAttribute("here", new Address("/me", Map.of()));
		return PAGE;
	}

	/** Other sessions of the account end with the former password; this one goes on. */
	@PostMapping("/password")
	String password(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String code,
			@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String repeated,
			@AuthenticationPrincipal SignedIn user, HttpServletRequest request, Model model, Locale locale) {
		String username = user.getUsername();
		List<Fault> faults = this.confirmation.faults(user, current, code, request);
		if (faults.isEmpty()) {
			faults = this.passwords.change(user.login(), password, repeated);
		}
		else {
			this.trail.record(username, AuditAction.PASSWORD, false, username, null, null);
		}
		if (!faults.isEmpty()) {
			model.addAttribute("passwordFaults", reasons(faults, locale));
			return page(user.login(), request, model);
		}
		this.accounts.login(username)
			.ifPresent((login) -> this.sessions.renew(request, login,
					this.sessions.proof(request).orElse(Proof.PASSWORD)));
		return "redirect:/me?changed";
	}

	@PostMapping("/second-factor/remove")
	String removeSecondFactor(@RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model, Locale locale) {
		String username = user.getUsername();
		List<Fault> faults = this.confirmation.faults(user, current, code, request);
		boolean removed = this.trail.together(() -> {
			if (faults.isEmpty()) {
				this.accounts.dropSecondFactor(username);
			}
			this.trail.record(username, AuditAction.SECOND_FACTOR, faults.isEmpty(), username, null, "removed");
			return faults.isEmpty();
		});
		if (!removed) {
			model.addAttribute("factorFaults", reasons(faults, locale));
			return page(user.login(), request, model);
		}
		this.accounts.login(username)
			.ifPresent((login) -> this.sessions.renew(request, login,
					this.sessions.proof(request).orElse(Proof.PASSWORD)));
		return "redirect:/me?removed";
	}

	@PostMapping("/tokens")
	String addToken(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String days,
			@RequestParam(defaultValue = "false") boolean submitOnly, @RequestParam(defaultValue = "") String current,
			@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model, Locale locale) {
		String username = user.getUsername();
		List<Fault> faults = this.newTokens.faults(username, name, days);
		if (faults.isEmpty()) {
			faults = this.confirmation.faults(user, current, code, request);
		}
		boolean wanted = faults.isEmpty();
		Optional<NewTokens.Made> made = this.trail.together(() -> {
			Optional<NewTokens.Made> added = wanted ? this.newTokens.add(user.login(), name, days, submitOnly)
					: Optional.empty();
			added.map(NewTokens.Made::token)
				.ifPresent((token) -> this.trail.record(username, AuditAction.TOKEN, true, token.id().toString(), null,
						"made: " + token.name()));
			return added;
		});
		if (made.isPresent()) {
			model.addAttribute("secret", made.get().secret());
		}
		else {
			model.addAttribute("tokenFaults",
					reasons(faults.isEmpty() ? List.of(Passwords.changedMeanwhile()) : faults, locale));
		}
		return page(user.login(), request, model);
	}

	@PostMapping("/tokens/{token}/revoke")
	String revoke(@PathVariable UUID token, @AuthenticationPrincipal SignedIn user) {
		boolean own = this.tokens.of(user.getUsername()).stream().map(Token::id).anyMatch(token::equals);
		this.trail.together(() -> {
			boolean revoked = own && this.tokens.revoke(token, this.clock.instant());
			this.trail.record(user.getUsername(), AuditAction.TOKEN, revoked, token.toString(), null, "revoked");
			return revoked;
		});
		return "redirect:/me?revoked#tokens";
	}

	private static List<String> reasons(List<Fault> faults, Locale locale) {
		return faults.stream().map((fault) -> fault.reason().in(locale)).toList();
	}

}
