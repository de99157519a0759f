package org.targetmonitor.account.web;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.LeftForm;

/**
 * Saves the forms that people send after their sign-in has ended. Until they have signed
 * in again a form stays with the browser, inside the sign-in form, so that nobody who is
 * not signed in fills the monitor's memory; then it is shown again, and never carried out
 * unasked. Only forms of the monitor's own pages are kept: another site's must not be put
 * in front of anybody.
 */
@Component
class LeftForms {

	/** The field of the sign-in form that carries it. */
	static final String FIELD = "left";

	/** The sign-in that carries a form. */
	static final String SIGN_IN = SecurityConfiguration.SIGN_IN + "/left";

	/** The page that asks whether to send it after all. */
	static final String PAGE = "/left";

	private static final String ON_PAGE = "left-page";

	private static final String BY = "left-by";

	/** What is typed anew: nothing of it stands in a page or in the database. */
	private static final Set<String> SECRETS = Set.of("_csrf", "password", "repeated", "current", "code");

	private final JsonMapper json;

	LeftForms(JsonMapper json) {
		this.json = json;
	}

	/** The form that a request sends, if it is one of a page of the monitor's own. */
	Optional<LeftForm> sent(HttpServletRequest request) {
		String path = request.getRequestURI();
		boolean signs = path.startsWith(SecurityConfiguration.SIGN_IN) || path.equals("/sign-out");
		if (!request.getMethod().equals("POST") || signs || !isForm(request) || !Refusals.isPage(request)
				|| !CrossSiteRequests.isFromOwnPage(request)) {
			return Optional.empty();
		}
		Map<String, List<String>> fields = new LinkedHashMap<>();
		if (!isUpload(request)) {
			request.getParameterMap().forEach((name, texts) -> fields.put(name, Arrays.asList(texts)));
		}
		fields.keySet().removeAll(SECRETS);
		String page = isUpload(request) ? page(request) : taken(fields, ON_PAGE);
		return Optional.of(new LeftForm(path, isPath(page) ? page : "", page(request), taken(fields, BY), fields));
	}

	/** The form that came along with a sign-in. */
	Optional<LeftForm> carried(HttpServletRequest request) {
		String carried = request.getParameter(FIELD);
		if (carried == null || carried.isBlank()) {
			return Optional.empty();
		}
		try {
			LeftForm left = this.json.readValue(carried, LeftForm.class);
			return isPath(left.path()) && (left.page().isEmpty() || isPath(left.page())) && isPath(left.from())
					? Optional.of(left) : Optional.empty();
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	/** Asks for the sign-in and lets the form come along with it. */
	void signInFor(LeftForm left, String why, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		request.setAttribute(LeftForm.ATTRIBUTE, this.json.writeValueAsString(left));
		try {
			request.getRequestDispatcher(SIGN_IN + why).forward(request, response);
		}
		catch (ServletException ex) {
			throw new IOException(ex);
		}
	}

	/** Keeps it for whoever has signed in, if it is theirs. */
	void keep(LeftForm left, String username, HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session != null && left.mayBeSeenBy(username)) {
			session.setAttribute(LeftForm.ATTRIBUTE, left);
		}
	}

	/** Where somebody goes for whom a form is kept. */
	Optional<String> target(HttpServletRequest request) {
		return kept(request.getSession(false))
			.map((left) -> left.page().isEmpty() ? (left.fields().isEmpty() ? left.from() : PAGE) : left.page());
	}

	/** The form that is kept, which is kept no longer. */
	Optional<LeftForm> take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Optional<LeftForm> left = kept(session);
		if (session != null) {
			session.removeAttribute(LeftForm.ATTRIBUTE);
		}
		return left;
	}

	private static Optional<LeftForm> kept(@Nullable HttpSession session) {
		return (session != null && session.getAttribute(LeftForm.ATTRIBUTE) instanceof LeftForm left)
				? Optional.of(left) : Optional.empty();
	}

	private static boolean isForm(HttpServletRequest request) {
		String type = Objects.requireNonNullElse(request.getContentType(), "");
		return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || isUpload(request);
	}

	/** A file is not kept: it has to be chosen again. */
	private static boolean isUpload(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getContentType(), "").startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
	}

	private static String taken(Map<String, List<String>> fields, String name) {
		List<String> texts = fields.remove(name);
		return (texts == null || texts.isEmpty()) ? "" : texts.getFirst();
	}

	/** The page that a form stood on, a path of this monitor. */
	private static String page(HttpServletRequest request) {
		String referer = request.getHeader(HttpHeaders.REFERER);
		try {
			URI uri = URI.create(Objects.requireNonNullElse(referer, "/"));
			String path = Objects.requireNonNullElse(uri.getRawPath(), "/")
					+ ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "");
			return isPath(path) ? path : "/";
		}
		catch (IllegalArgumentException ex) {
			return "/";
		}
	}

	/** Never an address of another host: neither {@code //host} nor {@code /\\host}. */
	private static boolean isPath(@Nullable String path) {
		return path != null && path.matches("/(?![/\\\\])[\\p{Graph}&&[^\\\\]]*");
	}

}
