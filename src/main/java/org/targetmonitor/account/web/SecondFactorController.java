package org.targetmonitor.account.web;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;
import org.targetmonitor.input.Fault;

/** Sets a second factor up, and asks for its code at the sign-in. */
@Controller
@Hidden
class SecondFactorController {

	/**
	 * The secret that is shown and not yet confirmed; it is nobody's second factor so
	 * far.
	 */
	private static final String OFFERED = SecondFactorController.class.getName() + ".offered";

	/** A secret, and whom it was shown to. */
	private record Offer(String username, String secret) implements Serializable {
	}

	private final Accounts accounts;

	private final SecondFactor secondFactor;

	private final Guesses guesses;

	private final Confirmation confirmation;

	private final LiveSessions sessions;

	private final Onwards onwards;

	private final AuditTrail trail;

	SecondFactorController(Accounts accounts, SecondFactor secondFactor, Guesses guesses, Confirmation confirmation,
			LiveSessions sessions, Onwards onwards, AuditTrail trail) {
		this.accounts = accounts;
		this.secondFactor = secondFactor;
		this.guesses = guesses;
		this.confirmation = confirmation;
		this.sessions = sessions;
		this.onwards = onwards;
		this.trail = trail;
	}

	@GetMapping("/sign-in/code")
	String ask() {
		return "account/code";
	}

	/** Wrong codes count as wrong passwords do. */
	@PostMapping("/sign-in/code")
	String check(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal SignedIn user,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		String username = user.getUsername();
		try {
			if (!accepts(user, code, request)) {
				model.addAttribute("wrong", true);
				return "account/code";
			}
		}
		catch (TooManyGuesses ex) {
			model.addAttribute("minutes", ex.minutes());
			return "account/code";
		}
		this.guesses.succeeded(username, request.getRemoteAddr());
		this.onwards.renewed(request, user.login(), Proof.PASSWORD_AND_CODE, "code");
		return "redirect:" + this.onwards.page(request, response, user.login(), Proof.PASSWORD_AND_CODE);
	}

	private boolean accepts(SignedIn user, String code, HttpServletRequest request) {
		return this.guesses.isRight(user.getUsername(), request.getRemoteAddr(), "code",
				() -> this.secondFactor.accepts(user.login(), code));
	}

	@GetMapping({ "/me/second-factor", "/sign-in/second-factor" })
	String offer(@AuthenticationPrincipal SignedIn user, HttpServletRequest request, HttpSession session, Model model) {
		if (user.login().hasSecondFactor()) {
			return "redirect:/me";
		}
		String secret = offered(session, user).orElseGet(this.secondFactor::newSecret);
		session.setAttribute(OFFERED, new Offer(user.getUsername(), secret));
		return offer(user, secret, request, model);
	}

	/** What was shown to one account is not offered to the next in the same session. */
	private static Optional<String> offered(HttpSession session, SignedIn user) {
		return (session.getAttribute(OFFERED) instanceof Offer offer && offer.username().equals(user.getUsername()))
				? Optional.of(offer.secret()) : Optional.empty();
	}

	/**
	 * Whoever comes to a session that was left open must not lock its owner out; at the
	 * sign-in the password was typed just before.
	 */
	private boolean isConfirmed(SignedIn user, String current, HttpServletRequest request, Model model, Locale locale) {
		if (user.step() != null) {
			return true;
		}
		List<Fault> faults = this.confirmation.faults(user, current, "", request);
		model.addAttribute("faults", faults.stream().map((fault) -> fault.reason().in(locale)).toList());
		return faults.isEmpty();
	}

	private String offer(SignedIn user, String secret, HttpServletRequest request, Model model) {
		model.addAttribute("byProvider",
				this.sessions.proof(request).filter((proof) -> proof == Proof.PROVIDER).isPresent());
		String address = SecondFactor.address(user.getUsername(), secret);
		model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
		model.addAttribute("qr", QrCode.path(address));
		model.addAttribute("qrSize", QrCode.size(address));
		return "account/second-factor";
	}

	@PostMapping({ "/me/second-factor", "/sign-in/second-factor" })
	String enrol(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String current,
			@AuthenticationPrincipal SignedIn user, HttpServletRequest request, HttpServletResponse response,
			HttpSession session, Model model, Locale locale) {
		Optional<String> offered = offered(session, user);
		if (user.login().hasSecondFactor() || offered.isEmpty()) {
			return "redirect:/me";
		}
		String secret = offered.get();
		if (!isConfirmed(user, current, request, model, locale)) {
			this.trail.record(user.getUsername(), AuditAction.SECOND_FACTOR, false, user.getUsername(), null,
					"set up; present password");
			return offer(user, secret, request, model);
		}
		List<String> codes = this.trail.together(() -> {
			List<String> made = this.secondFactor.enrol(user.login(), secret, code);
			this.trail.record(user.getUsername(), AuditAction.SECOND_FACTOR, !made.isEmpty(), user.getUsername(), null,
					"set up");
			return made;
		});
		if (codes.isEmpty()) {
			model.addAttribute("wrong", true);
			return offer(user, secret, request, model);
		}
		session.removeAttribute(OFFERED);
		Login login = this.accounts.login(user.getUsername()).orElse(user.login());
		if (user.step() != null) {
			this.onwards.renewed(request, login, Proof.PASSWORD_AND_CODE, "set up");
		}
		else {
			this.sessions.renew(request, login, Proof.PASSWORD_AND_CODE);
		}
		model.addAttribute("onwards", this.onwards.target(request, response));
		model.addAttribute("codes", codes);
		return "account/recovery-codes";
	}

}
