package org.targetmonitor.account.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Login;
import org.targetmonitor.input.Fault;

/** The pages on which people sign in, step by step. */
@Controller
@Hidden
class SignInController {

	private final Accounts accounts;

	private final Passwords passwords;

	private final LiveSessions sessions;

	private final Onwards onwards;

	private final ObjectProvider<ClientRegistrationRepository> providers;

	SignInController(Accounts accounts, Passwords passwords, LiveSessions sessions, Onwards onwards,
			ObjectProvider<ClientRegistrationRepository> providers) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.sessions = sessions;
		this.onwards = onwards;
		this.providers = providers;
	}

	@GetMapping(SecurityConfiguration.SIGN_IN)
	String signIn(HttpServletRequest request, HttpServletResponse response, Model model) {
		return page(request.getParameter("minutes"), request, response, model);
	}

	/** The form, with the name that was typed before a password that was wrong. */
	String page(@Nullable String minutes, HttpServletRequest request, HttpServletResponse response, Model model) {
		model.addAttribute("minutes", (minutes != null && minutes.matches("[0-9]{1,4}")) ? minutes : null);
		model.addAttribute("username", RememberedName.take(request, response));
		model.addAttribute("providers", providers());
		return "account/sign-in";
	}

	/** The identity providers of the configuration: their names by their codes. */
	private Map<String, String> providers() {
		Map<String, String> names = new LinkedHashMap<>();
		if (this.providers.getIfAvailable() instanceof InMemoryClientRegistrationRepository configured) {
			configured.forEach((provider) -> names.put(provider.getRegistrationId(), provider.getClientName()));
		}
		return names;
	}

	@GetMapping("/sign-in/password")
	String password(@AuthenticationPrincipal SignedIn user, Model model) {
		model.addAttribute("faults", List.of());
		model.addAttribute("mustChange", user.login().mustChange());
		return "account/new-password";
	}

	@PostMapping("/sign-in/password")
	String password(@RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String repeated,
			@AuthenticationPrincipal SignedIn user, HttpServletRequest request, HttpServletResponse response,
			Model model, Locale locale) {
		List<Fault> faults = this.passwords.change(user.login(), password, repeated);
		if (!faults.isEmpty()) {
			model.addAttribute("faults", faults.stream().map((fault) -> fault.reason().in(locale)).toList());
			model.addAttribute("mustChange", user.login().mustChange());
			return "account/new-password";
		}
		Proof proof = this.sessions.proof(request).orElse(Proof.PASSWORD);
		Login login = this.accounts.login(user.getUsername()).orElse(user.login());
		this.onwards.renewed(request, login, proof, "new password");
		return "redirect:" + this.onwards.page(request, response, login, proof);
	}

}
