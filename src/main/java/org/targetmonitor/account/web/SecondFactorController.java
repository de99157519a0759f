package org.targetmonitor.account.web;

import java.util.List;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;

/** Sets a second factor up, and asks for its code at the sign-in. */
@Controller
@Hidden
class SecondFactorController {

	/**
	 * The secret that is shown and not yet confirmed; it is nobody's second factor so
	 * far.
	 */
	private static final String OFFERED = SecondFactorController.class.getName() + ".offered";

	private final Accounts accounts;

	private final SecondFactor secondFactor;

	private final Guesses guesses;

	private final LiveSessions sessions;

	private final AuditTrail trail;

	SecondFactorController(Accounts accounts, SecondFactor secondFactor, Guesses guesses, LiveSessions sessions,
			AuditTrail trail) {
		this.accounts = accounts;
		this.secondFactor = secondFactor;
		this.guesses = guesses;
		this.sessions = sessions;
		this.trail = trail;
	}

	@GetMapping("/sign-in/code")
	String ask() {
		return "account/code";
	}

	/** Wrong codes count as wrong passwords do. */
	@PostMapping("/sign-in/code")
	String check(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, Model model) {
		String username = user.getUsername();
		try {
			this.guesses.admit(username, request.getRemoteAddr());
		}
		catch (TooManyGuesses ex) {
			model.addAttribute("minutes", ex.minutes());
			return "account/code";
		}
		if (!this.secondFactor.accepts(user.login(), code)) {
			this.guesses.failed(username, request.getRemoteAddr(), "code");
			model.addAttribute("wrong", true);
			return "account/code";
		}
		this.guesses.succeeded(username);
		this.trail.record(username, AuditAction.SIGN_IN, true, null, null, "code");
		this.sessions.renew(request, user.login(), Proof.PASSWORD_AND_CODE);
		return "redirect:/start";
	}

	@GetMapping({ "/me/second-factor", "/sign-in/second-factor" })
	String offer(@AuthenticationPrincipal SignedIn user, HttpSession session, Model model) {
		if (user.login().hasSecondFactor()) {
			return "redirect:/me";
		}
		String secret = (session.getAttribute(OFFERED) instanceof String offered) ? offered
				: this.secondFactor.newSecret();
		session.setAttribute(OFFERED, secret);
		return offer(user, secret, model);
	}

	private static String offer(SignedIn user, String secret, Model model) {
		String address = SecondFactor.address(user.getUsername(), secret);
		model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
		model.addAttribute("qr", QrCode.path(address));
		model.addAttribute("qrSize", QrCode.size(address));
		return "account/second-factor";
	}

	@PostMapping({ "/me/second-factor", "/sign-in/second-factor" })
	String enrol(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, HttpSession session, Model model) {
		if (user.login().hasSecondFactor() || !(session.getAttribute(OFFERED) instanceof String secret)) {
			return "redirect:/me";
		}
		List<String> codes = this.secondFactor.enrol(user.getUsername(), secret, code);
		this.trail.record(user.getUsername(), AuditAction.SECOND_FACTOR, !codes.isEmpty(), user.getUsername(), null,
				"set up");
		if (codes.isEmpty()) {
			model.addAttribute("wrong", true);
			return offer(user, secret, model);
		}
		session.removeAttribute(OFFERED);
		this.accounts.login(user.getUsername())
			.ifPresent((login) -> this.sessions.renew(request, login, Proof.PASSWORD_AND_CODE));
		model.addAttribute("codes", codes);
		return "account/recovery-codes";
	}

}
