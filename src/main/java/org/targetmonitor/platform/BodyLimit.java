package org.targetmonitor.platform;

import java.io.IOException;
import java.util.concurrent.Semaphore;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

import org.targetmonitor.input.Text;
import org.targetmonitor.input.web.Later;
import org.targetmonitor.input.web.PlainAnswers;

/**
 * Refuses bodies that are too large at once where the length is announced, and says so of
 * what {@link ArrivingBody} does not read to its end, before the sign-in reads a form;
 * whoever has a session is known by then.
 */
final class BodyLimit extends OncePerRequestFilter {

	/** How much larger what holds many figures, or a plan's targets, may be. */
	private static final int MANY_FIGURES = 4;

	/** How much a form grows that a sign-in brings along, written as one field. */
	private static final int CARRIED = 2;

	/** How many that are larger than all others may be are read at once. */
	private final Semaphore large = new Semaphore(2);

	/** The same of those whose sign-in has ended. */
	private final Semaphore largeOfStrangers = new Semaphore(1);

	private final DataSize limit;

	private final PlainAnswers answers;

	BodyLimit(DataSize limit, PlainAnswers answers) {
		this.limit = limit;
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!(request.getAttribute(ArrivingBody.ATTRIBUTE) instanceof ArrivingBody body)) {
			chain.doFilter(request, response);
			return;
		}
		long most = this.limit.toBytes() * times(request);
		if (request.getContentLengthLong() > most) {
			refuse(request, response, BodyRefused.Why.TOO_LARGE, most);
			return;
		}
		if (isSignedIn(request)) {
			body.ofSomebodySignedIn();
		}
		try {
			if (request.getContentLengthLong() > this.limit.toBytes()) {
				body.take(most);
				oneOfFew(body.isOfSomebodySignedIn() ? this.large : this.largeOfStrangers, request, response, chain);
			}
			else {
				chain.doFilter(request, response);
			}
		}
		catch (ServletException | RuntimeException ex) {
			// Whoever reads it may have put another exception around
			BodyRefused.Why why = (ex instanceof BodyRefused refused) ? refused.why() : body.refusal().orElse(null);
			if (why == null || response.isCommitted()) {
				throw ex;
			}
			refuse(request, response, why, most);
		}
	}

	/**
	 * What a department types has as many rows as the department, with their notes; what
	 * is larger than all other bodies may be, is read a few at once.
	 */
	private void oneOfFew(Semaphore places, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!places.tryAcquire()) {
			throw new BodyRefused(BodyRefused.Why.TOO_MANY);
		}
		try {
			chain.doFilter(request, response);
		}
		finally {
			places.release();
		}
	}

	private static boolean isSignedIn(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null
				&& session.getAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME) != null;
	}

	/**
	 * How many times as large as others it may be: the page of a period, a sign-in that
	 * brings such a page along, or what a program hands in and records.
	 */
	private static int times(HttpServletRequest request) {
		String type = request.getContentType();
		String path = request.getRequestURI();
		boolean form = type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
		if (form && path.startsWith("/sign-in")) {
			return MANY_FIGURES * CARRIED;
		}
		boolean plan = request.getMethod().equals("PUT") && path.matches("/api/plans/[^/]+");
		return ((form && path.startsWith("/fill/")) || plan
				|| (path.startsWith("/api/plans/") && path.endsWith("/submissions"))) ? MANY_FIGURES : 1;
	}

	/** What is said to whoever sent it. */
	static Text words(BodyRefused.Why why, DataSize limit) {
		return (why == BodyRefused.Why.TOO_LARGE)
				? Text.format("内容过大，最多%dKB", "the body is too large, at most %d KB", limit.toKilobytes()) : why.words();
	}

	/** Puts the headers that go with it. */
	static void headers(BodyRefused.Why why, HttpServletResponse response) {
		if (why == BodyRefused.Why.TOO_MANY) {
			Later.SOON.say(response);
		}
		if (why != BodyRefused.Why.TOO_LARGE) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
	}

	/** A page for browsers, a problem for programs. */
	private void refuse(HttpServletRequest request, HttpServletResponse response, BodyRefused.Why why, long most)
			throws IOException {
		headers(why, response);
		this.answers.refuse(request, response, why.status(), words(why, DataSize.ofBytes(most)));
	}

}
