package org.targetmonitor.account.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;

/**
 * Where a sign-in goes on: to its next step, or, once it is whole, to the page that was
 * asked for first. It counts as a sign-in when it is whole, and not before.
 */
@Component
class Onwards {

	private static final String START = "/start";

	private final RequestCache pages = pagesOnly();

	private final Steps steps;

	private final LiveSessions sessions;

	private final AuditTrail trail;

	private final LeftForms forms;

	Onwards(Steps steps, LiveSessions sessions, AuditTrail trail, LeftForms forms) {
		this.forms = forms;
		this.steps = steps;
		this.sessions = sessions;
		this.trail = trail;
	}

	/** The pages that somebody who was not signed in asked for. */
	RequestCache pages() {
		return this.pages;
	}

	/** After the form, or the identity provider. */
	void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication user)
			throws IOException, ServletException {
		String how = (user instanceof OAuth2AuthenticationToken token)
				? "provider " + token.getAuthorizedClientRegistrationId() : "password";
		SignInStep step = (user.getPrincipal() instanceof SignedIn signedIn) ? signedIn.step() : null;
		recordOrEnd(request, user.getName(), step, how);
		makeFormToken(request);
		this.forms.carried(request).ifPresent((left) -> this.forms.keep(left, user.getName(), request));
		response.sendRedirect((step != null) ? step.page() : target(request, response));
	}

	/**
	 * All pages of a session have one token. Made by the first page, two that are opened
	 * at once would make two, and the forms of one of them would be refused.
	 */
	private static void makeFormToken(HttpServletRequest request) {
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			token.getToken();
		}
	}

	/** After a step; the session gets another id. */
	void renewed(HttpServletRequest request, Login login, Proof proof, String how) {
		record(login.account().username(), this.steps.signedIn(login, proof).step(), how);
		this.sessions.renew(request, login, proof);
	}

	/** The page to go to now, after a step. */
	String page(HttpServletRequest request, HttpServletResponse response, Login login, Proof proof) {
		SignInStep step = this.steps.signedIn(login, proof).step();
		return (step != null) ? step.page() : target(request, response);
	}

	/** Where a form is shown again, else the page that was asked for first. */
	String target(HttpServletRequest request, HttpServletResponse response) {
		Optional<String> left = this.forms.target(request);
		if (left.isPresent()) {
			return left.get();
		}
		SavedRequest saved = this.pages.getRequest(request, response);
		if (saved == null) {
			return START;
		}
		this.pages.removeRequest(request, response);
		return saved.getRedirectUrl();
	}

	/** Nobody stays signed in of whom the audit does not know. */
	private void recordOrEnd(HttpServletRequest request, String username, @Nullable SignInStep step, String how) {
		try {
			record(username, step, how);
		}
		catch (RuntimeException ex) {
			Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
			throw ex;
		}
	}

	private void record(String username, @Nullable SignInStep step, String how) {
		this.trail.record(username, AuditAction.SIGN_IN, step == null, null, null,
				(step != null) ? how + "; next " + step.name().toLowerCase(Locale.ROOT) : how);
	}

	/** Whoever asks for a page and has to sign in first gets that page afterwards. */
	private static RequestCache pagesOnly() {
		return new AskedPages((request) -> request.getMethod().equals("GET") && Refusals.isPage(request)
				&& request.getHeader("HX-Request") == null
				&& !request.getRequestURI().startsWith(SecurityConfiguration.SIGN_IN) && !isTheFrontPage(request)
				&& !request.getRequestURI().equals("/error"));
	}

	/** Whoever comes by the front door is led to what is theirs to do. */
	private static boolean isTheFrontPage(HttpServletRequest request) {
		return request.getRequestURI().equals("/") && request.getQueryString() == null;
	}

}
