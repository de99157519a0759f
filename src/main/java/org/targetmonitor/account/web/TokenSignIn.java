package org.targetmonitor.account.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.Login;
import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;

/**
 * Signs in whoever brings an access token, for the API and the metrics; pages take none.
 */
final class TokenSignIn extends OncePerRequestFilter {

	private static final String BEARER = "Bearer ";

	private final Tokens tokens;

	private final Accounts accounts;

	private final Guesses guesses;

	private final Refusals refusals;

	private final Steps steps;

	private final Clock clock;

	private final ZoneId zone;

	TokenSignIn(Tokens tokens, Accounts accounts, Guesses guesses, Refusals refusals, Steps steps, Clock clock,
			ZoneId zone) {
		this.tokens = tokens;
		this.accounts = accounts;
		this.guesses = guesses;
		this.refusals = refusals;
		this.steps = steps;
		this.clock = clock;
		this.zone = zone;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			chain.doFilter(request, response);
			return;
		}
		try {
			SignedIn user = signIn(request, header.substring(BEARER.length()).strip());
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(
					UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
			SecurityContextHolder.setContext(context);
		}
		catch (AuthenticationException ex) {
			this.refusals.unauthorized(request, response, ex);
			return;
		}
		chain.doFilter(request, response);
	}

	private SignedIn signIn(HttpServletRequest request, String secret) {
		try {
			this.guesses.admitAddress(request.getRemoteAddr());
			Optional<Token> token = takesTokens(request) ? this.tokens.withDigest(Digests.of(secret))
					: Optional.empty();
			Optional<Login> login = token.filter((found) -> found.isLive(this.clock.instant()))
				.flatMap((found) -> this.accounts.login(found.account()))
				.filter((found) -> found.account().enabled());
			if (token.isEmpty() || login.isEmpty()) {
				this.guesses.failedToken(token.map(Token::account).orElse("-"), token.map(Token::id).orElse(null),
						request.getRemoteAddr());
				throw new BadCredentialsException("no such token");
			}
			remember(token.get());
			return this.steps.byToken(login.get(), token.get());
		}
		catch (DataAccessException | TransactionException ex) {
			throw new InternalAuthenticationServiceException("the database does not answer", ex);
		}
	}

	/** The day is written once a day. */
	private void remember(Token token) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		if (!today.equals(token.lastUsed())) {
			this.tokens.used(token.id(), today);
		}
	}

	private static boolean takesTokens(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/") || request.getRequestURI().equals("/actuator/prometheus");
	}

}
