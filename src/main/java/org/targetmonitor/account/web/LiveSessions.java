package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Login;

/**
 * Keeps in the session who signed in, and reads the account anew for every request: a
 * disabled account, a changed grant or password counts at once, on every replica.
 */
@Component
class LiveSessions implements SecurityContextRepository {

	/**
	 * Says of a request that its session was ended, so that the sign-in page can say so.
	 */
	static final String ENDED = LiveSessions.class.getName() + ".ended";

	/**
	 * How long a sign-in may stop at a step: these ask for no password again, since it
	 * was typed just before.
	 */
	private static final Duration STEPS_LIFE = Duration.ofMinutes(30);

	private final Accounts accounts;

	private final Steps steps;

	private final AccountProperties properties;

	private final Clock clock;

	LiveSessions(Accounts accounts, Steps steps, AccountProperties properties, Clock clock) {
		this.accounts = accounts;
		this.steps = steps;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	@SuppressWarnings("deprecation")
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		HttpServletRequest request = holder.getRequest();
		HttpSession session = OwnCredentials.areIn(request) ? null : request.getSession(false);
		if (session != null && session.getAttribute(SessionMark.ATTRIBUTE) instanceof SessionMark mark) {
			Optional<Login> login = live(mark);
			if (login.isPresent()) {
				return context(this.steps.signedIn(login.get(), mark.proof()));
			}
			session.invalidate();
			request.setAttribute(ENDED, true);
		}
		return SecurityContextHolder.createEmptyContext();
	}

	private Optional<Login> live(SessionMark mark) {
		if (isOver(mark, this.properties.sessionLife())) {
			return Optional.empty();
		}
		return this.accounts.login(mark.username())
			.filter((login) -> login.account().enabled() && mark.isOf(login))
			.filter((login) -> this.steps.signedIn(login, mark.proof()).step() == null || mayTake(mark));
	}

	/**
	 * A step that was demanded after the sign-in is not for whoever sits at its session:
	 * the password has to be typed first.
	 */
	private boolean mayTake(SessionMark mark) {
		return !mark.whole() && !isOver(mark, STEPS_LIFE);
	}

	private boolean isOver(SessionMark mark, Duration life) {
		return !this.clock.instant().isBefore(mark.since().plus(life));
	}

	private static SecurityContext context(SignedIn user) {
		return new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
	}

	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
		Authentication authentication = context.getAuthentication();
		HttpSession session = request.getSession(false);
		if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
			mark(request.getSession(), SessionMark.of(user, this.clock.instant(), Proof.PASSWORD));
		}
		else if (authentication != null && authentication.getPrincipal() instanceof OidcAccounts.Known known) {
			mark(request.getSession(), SessionMark.of(this.steps.signedIn(known.login(), Proof.PROVIDER),
					this.clock.instant(), Proof.PROVIDER));
		}
		else if (session != null) {
			session.removeAttribute(SessionMark.ATTRIBUTE);
			session.removeAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
		}
	}

	/**
	 * Goes on with the present session under another id, after its account showed more or
	 * changed its password.
	 */
	void renew(HttpServletRequest request, Login login, Proof proof) {
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(SessionMark.ATTRIBUTE) instanceof SessionMark mark
				&& mark.username().equals(login.account().username())) {
			request.changeSessionId();
			mark(request.getSession(), SessionMark.of(this.steps.signedIn(login, proof), mark.since(), proof));
		}
	}

	/** How the account of the present session showed who it is. */
	Optional<Proof> proof(HttpServletRequest request) {
		return mark(request).map(SessionMark::proof);
	}

	/** Who signed in to the present session, when and how. */
	Optional<SessionMark> mark(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return (session != null && session.getAttribute(SessionMark.ATTRIBUTE) instanceof SessionMark mark)
				? Optional.of(mark) : Optional.empty();
	}

	private static void mark(HttpSession session, SessionMark mark) {
		session.setAttribute(SessionMark.ATTRIBUTE, mark);
		session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
		session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, mark.username());
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return proof(request).isPresent();
	}

}
