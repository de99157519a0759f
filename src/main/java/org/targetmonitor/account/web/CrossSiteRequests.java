package org.targetmonitor.account.web;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Refuses changes that another site's page makes a browser send. A browser attaches
 * remembered Basic credentials to them, and says in Sec-Fetch-Site where the request
 * comes from; programs do not send the header.
 */
final class CrossSiteRequests extends OncePerRequestFilter {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final AccessDeniedHandler refusal;

	CrossSiteRequests(AccessDeniedHandler refusal) {
		this.refusal = refusal;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!SAFE_METHODS.contains(request.getMethod()) && isFromAnotherSite(request)) {
			this.refusal.handle(request, response, new AccessDeniedException("sent by the page of another site"));
			return;
		}
		chain.doFilter(request, response);
	}

	/**
	 * Whether a browser says that one of the monitor's own pages sent it: what says
	 * nothing is not believed.
	 */
	static boolean isFromOwnPage(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return (site != null) ? site.equals("same-origin")
				: origin != null && !origin.equals("null") && isOwn(origin, request);
	}

	/** Browsers send Sec-Fetch-Site to trustworthy addresses only, Origin to all. */
	private static boolean isFromAnotherSite(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (site != null) {
			return !OWN.contains(site);
		}
		return origin != null && !isOwn(origin, request);
	}

	/**
	 * An origin that is kept secret says nothing: it counts as another site's where
	 * remembered credentials come along, and not where the form's token was checked.
	 */
	private static boolean isOwn(String origin, HttpServletRequest request) {
		if (origin.equals("null")) {
			return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
		}
		return origin.equals(ServletUriComponentsBuilder.fromContextPath(request).replacePath(null).build().toString());
	}

}
