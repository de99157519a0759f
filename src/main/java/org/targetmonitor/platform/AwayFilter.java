package org.targetmonitor.platform;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.filter.OncePerRequestFilter;

import org.targetmonitor.input.Text;
import org.targetmonitor.platform.watch.DatabaseFailures;
import org.targetmonitor.platform.watch.DatabaseWatch;

/**
 * Refuses at once, in words, what needs the database while that is away, or plans that
 * are still being loaded; and says the same where the session itself could not be read or
 * written, which happens outside of every page.
 */
final class AwayFilter extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(AwayFilter.class);

	private static final String HEALTH = "/actuator/health";

	private static final Set<String> SCRAPES = Set.of("/actuator/prometheus", "/actuator/prometheus/targets");

	/** What is served out of this process alone. */
	private static final List<String> FILES = List.of("/assets/");

	private final DatabaseWatch watch;

	private final Unavailable unavailable;

	private volatile boolean ready;

	AwayFilter(DatabaseWatch watch, Unavailable unavailable) {
		this.watch = watch;
		this.unavailable = unavailable;
	}

	@EventListener(ApplicationReadyEvent.class)
	void loaded() {
		this.ready = true;
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Text refusal = refusal(request);
		if (refusal != null) {
			this.watch.turnedAway();
			this.unavailable.answer(request, response, refusal);
			return;
		}
		try {
			chain.doFilter(request, response);
		}
		catch (ServletException | RuntimeException ex) {
			// What was sent in part cannot be taken back: then the connection breaks off
			if (!DatabaseFailures.isAway(ex) || response.isCommitted()) {
				throw ex;
			}
			brokenOff(request, response, ex);
		}
	}

	private @Nullable Text refusal(HttpServletRequest request) {
		String path = request.getRequestURI();
		if (path.startsWith(HEALTH) || FILES.stream().anyMatch(path::startsWith)) {
			return null;
		}
		if (!this.ready) {
			return Unavailable.STARTING;
		}
		return (this.watch.isAvailable() || SCRAPES.contains(path)) ? null : Unavailable.refused(request);
	}

	private void brokenOff(HttpServletRequest request, HttpServletResponse response, Exception failure)
			throws IOException {
		this.watch.suspect();
		if (this.watch.isAvailable()) {
			log.warn("the database did not do what {} {} needs: {}", request.getMethod(), request.getRequestURI(),
					DatabaseFailures.reason(failure));
		}
		this.watch.turnedAway();
		response.reset();
		this.unavailable.answer(request, response, Unavailable.brokenOff(request));
	}

}
