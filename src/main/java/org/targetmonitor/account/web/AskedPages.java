package org.targetmonitor.account.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Keeps in a cookie which page of this site somebody asked for before signing in: a path,
 * never a host, so that it leads nowhere else whoever wrote it.
 */
final class AskedPages implements RequestCache {

	private static final String COOKIE = "targetmonitor-page";

	private static final Duration KEPT = Duration.ofMinutes(30);

	/** Browsers keep cookies of 4096 bytes, and the path is written in four thirds. */
	private static final int LONGEST = 2000;

	private final RequestMatcher pages;

	AskedPages(RequestMatcher pages) {
		this.pages = pages;
	}

	@Override
	public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
		if (!this.pages.matches(request)) {
			return;
		}
		String query = request.getQueryString();
		String page = request.getRequestURI() + ((query != null) ? "?" + query : "");
		if (isOwn(page)) {
			write(request, response,
					Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8)),
					KEPT);
		}
	}

	/** A path of this site; what browsers take for another host's address is none. */
	private static boolean isOwn(String page) {
		return page.length() <= LONGEST && page.startsWith("/") && !page.startsWith("//") && page.indexOf('\\') < 0
				&& page.chars().allMatch((character) -> character > ' ' && character < '\u007f');
	}

	@Override
	public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
		return page(request).map(SimpleSavedRequest::new).orElse(null);
	}

	private static Optional<String> page(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return Arrays.stream((cookies != null) ? cookies : new Cookie[0])
			.filter((cookie) -> cookie.getName().equals(COOKIE))
			.flatMap((cookie) -> decoded(cookie.getValue()).stream())
			.filter(AskedPages::isOwn)
			.findFirst();
	}

	private static Optional<String> decoded(String value) {
		try {
			return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Nothing but the page's address is kept, so no request is repeated. */
	@Override
	public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
		return null;
	}

	@Override
	public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
		if (page(request).isPresent()) {
			write(request, response, "", Duration.ZERO);
		}
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.path("/")
					.maxAge(life)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

}
