package org.targetmonitor.progress.web;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import org.targetmonitor.progress.Standing;
import org.targetmonitor.progress.Standings;

/**
 * How all plans stand now. A request that only reads asks once, and all of its answer is
 * of the same picture; one that acts sees what it has done.
 */
@Component
public class Present {

	private static final String ATTRIBUTE = Present.class.getName();

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final Standings standings;

	Present(Standings standings) {
		this.standings = standings;
	}

	/**
	 * The standing of all plans.
	 * @throws RuntimeException if the database is away and there never was a standing
	 */
	public Standing standing() {
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				|| !READING.contains(request.getRequest().getMethod())) {
			return this.standings.current();
		}
		if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Standing asked) {
			return asked;
		}
		Standing standing = this.standings.current();
		request.setAttribute(ATTRIBUTE, standing, RequestAttributes.SCOPE_REQUEST);
		return standing;
	}

}
