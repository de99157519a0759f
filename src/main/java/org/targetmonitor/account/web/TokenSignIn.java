package org.targetmonitor.account.web;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.targetmonitor.account.Role;
import org.targetmonitor.account.Token;
import org.targetmonitor.account.Tokens;
import org.targetmonitor.input.Digests;

/**
 * Signs in whoever brings an access token, for the API and the metrics; pages take none.
 * Those that read metrics and nothing else are remembered for a few minutes, as passwords
 * are: the last standing is served to them while the database does not answer.
 */
final class TokenSignIn extends OncePerRequestFilter {

	private static final String BEARER = "Bearer ";

	private final Tokens tokens;

	private final Accounts accounts;

	private final Guesses guesses;

	private final Refusals refusals;

	private final Steps steps;

	/** By the digest of the token, as long as the database was not seen to refuse it. */
	private final Cache<String, Scraper> scrapers = Caffeine.newBuilder()
		.maximumSize(1000)
		.expireAfterAccess(Duration.ofMinutes(5))
		.build();

	private final Clock clock;

	private final ZoneId zone;

	/** Whose token was seen. */
	private record Scraper(SignedIn user, Token token) {
	}

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
		String digest = Digests.sha256(secret);
		try {
			return stored(request, digest);
		}
		catch (DataAccessException | TransactionException ex) {
			return scraper(digest)
				.orElseThrow(() -> new InternalAuthenticationServiceException("the database does not answer", ex));
		}
	}

	private SignedIn stored(HttpServletRequest request, String digest) {
		Optional<Token> token = takesTokens(request) ? this.tokens.withDigest(digest) : Optional.empty();
		Optional<Login> login = token.filter((found) -> found.isLive(this.clock.instant()))
			.flatMap((found) -> this.accounts.login(found.account()))
			.filter((found) -> found.account().enabled());
		this.scrapers.invalidate(digest);
		if (token.isEmpty() || login.isEmpty()) {
			// One that is right is let in whoever else tries wrong ones at that address
			this.guesses.admitAddress(request.getRemoteAddr());
			this.guesses.failedToken(token.map(Token::account).orElse("-"), token.map(Token::id).orElse(null),
					request.getRemoteAddr());
			throw new BadCredentialsException("no such token");
		}
		SignedIn user = this.steps.byToken(login.get(), token.get());
		if (user.account().roles().equals(Set.of(Role.SCRAPE))) {
			this.scrapers.put(digest, new Scraper(user, token.get()));
		}
		remember(token.get());
		return user;
	}

	/** Whose token it was a short while ago, unless its time has come since. */
	private Optional<SignedIn> scraper(String digest) {
		return Optional.ofNullable(this.scrapers.getIfPresent(digest))
			.filter((known) -> known.token().isLive(this.clock.instant()))
			.map(Scraper::user);
	}

	/** The day is written once a day. */
	private void remember(Token token) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		if (!today.equals(token.lastUsed())) {
			this.tokens.used(token.id(), today);
		}
	}

	private static boolean takesTokens(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/")
				|| request.getRequestURI().startsWith("/actuator/prometheus");
	}

}
