package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
import org.targetmonitor.input.Text;

/** Somebody's own account: password, second factor, access tokens. */
@Controller
@Hidden
@RequestMapping("/me")
class MeController {

	private static final String PAGE = "account/me";

	private final Accounts accounts;

	private final Tokens tokens;

	private final Passwords passwords;

	private final NewTokens newTokens;

	private final Guesses guesses;

	private final LiveSessions sessions;

	private final AuditTrail trail;

	private final Clock clock;

	private final ZoneId zone;

	MeController(Accounts accounts, Tokens tokens, Passwords passwords, NewTokens newTokens, Guesses guesses,
			LiveSessions sessions, AuditTrail trail, Clock clock,
			@Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		this.accounts = accounts;
		this.tokens = tokens;
		this.passwords = passwords;
		this.newTokens = newTokens;
		this.guesses = guesses;
		this.sessions = sessions;
		this.trail = trail;
		this.clock = clock;
		this.zone = zone;
	}

	@ModelAttribute("zone")
	ZoneId zone() {
		return this.zone;
	}

	@GetMapping
	String me(@AuthenticationPrincipal SignedIn user, Model model) {
		return page(user.login(), model);
	}

	private String page(Login login, Model model) {
		String username = login.account().username();
		model.addAttribute("login", login);
		model.addAttribute("recoveryCodes", this.accounts.recoveryCodes(username));
		model.addAttribute("tokens",
				this.tokens.of(username).stream().filter((token) -> token.isLive(this.clock.instant())).toList());
		return PAGE;
	}

	/** Other sessions of the account end with the former password; this one goes on. */
	@PostMapping("/password")
	String password(@RequestParam(defaultValue = "") String current, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String repeated, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model, Locale locale) {
		String username = user.getUsername();
		List<Fault> faults = confirmed(user, current, request) ? this.passwords.change(username, password, repeated)
				: List.of(wrong());
		this.trail.record(username, AuditAction.PASSWORD, faults.isEmpty(), username, null, null);
		if (!faults.isEmpty()) {
			model.addAttribute("passwordFaults", reasons(faults, locale));
			return page(user.login(), model);
		}
		this.accounts.login(username)
			.ifPresent((login) -> this.sessions.renew(request, login,
					this.sessions.proof(request).orElse(Proof.PASSWORD)));
		return "redirect:/me?changed";
	}

	@PostMapping("/second-factor/remove")
	String removeSecondFactor(@RequestParam(defaultValue = "") String current, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model, Locale locale) {
		boolean confirmed = confirmed(user, current, request);
		this.trail.record(user.getUsername(), AuditAction.SECOND_FACTOR, confirmed, user.getUsername(), null,
				"removed");
		if (!confirmed) {
			model.addAttribute("factorFaults", reasons(List.of(wrong()), locale));
			return page(user.login(), model);
		}
		this.accounts.dropSecondFactor(user.getUsername());
		return "redirect:/me?removed";
	}

	@PostMapping("/tokens")
	String addToken(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String days,
			@RequestParam(defaultValue = "false") boolean submitOnly, @AuthenticationPrincipal SignedIn user,
			Model model, Locale locale) {
		NewTokens.Outcome outcome = this.newTokens.add(user.getUsername(), name, days, submitOnly);
		switch (outcome) {
			case NewTokens.Outcome.Made made -> {
				this.trail.record(user.getUsername(), AuditAction.TOKEN, true, made.token().id().toString(), null,
						"made: " + made.token().name());
				model.addAttribute("secret", made.secret());
			}
			case NewTokens.Outcome.Refused refused ->
				model.addAttribute("tokenFaults", reasons(refused.faults(), locale));
		}
		return page(user.login(), model);
	}

	@PostMapping("/tokens/{token}/revoke")
	String revoke(@PathVariable UUID token, @AuthenticationPrincipal SignedIn user) {
		boolean own = this.tokens.of(user.getUsername()).stream().map(Token::id).anyMatch(token::equals);
		boolean revoked = own && this.tokens.revoke(token, this.clock.instant());
		this.trail.record(user.getUsername(), AuditAction.TOKEN, revoked, token.toString(), null, "revoked");
		return "redirect:/me?revoked#tokens";
	}

	/** Guesses of the present password count as guesses at the sign-in do. */
	private boolean confirmed(SignedIn user, String current, HttpServletRequest request) {
		try {
			return this.guesses.isRight(user.getUsername(), request.getRemoteAddr(), "present password",
					() -> this.passwords.isRight(user.getUsername(), current));
		}
		catch (TooManyGuesses ex) {
			return false;
		}
	}

	private static Fault wrong() {
		return Fault.of("", "current", "current",
				new Text("现在的密码不正确；多次输错将锁定账号", "the present password is wrong; too many wrong ones lock the account"));
	}

	private static List<String> reasons(List<Fault> faults, Locale locale) {
		return faults.stream().map((fault) -> fault.reason().in(locale)).toList();
	}

}
