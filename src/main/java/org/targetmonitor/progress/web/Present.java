package org.targetmonitor.progress.web;

import java.util.Set;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
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
	 * @throws DataAccessException if the database did not answer: an older one is no
	 * answer
	 * @throws TransactionException the same
	 */
	public Standing standing() {
		if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				|| !READING.contains(request.getRequest().getMethod())) {
			return checked();
		}
		if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Standing asked) {
			return asked;
		}
		Standing standing = checked();
		request.setAttribute(ATTRIBUTE, standing, RequestAttributes.SCOPE_REQUEST);
		return standing;
	}

	/** What fails for another reason keeps no page from being shown. */
	private Standing checked() {
		try {
			return this.standings.checked();
		}
		catch (DataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return this.standings.latest().orElseThrow(() -> ex);
		}
	}

}
