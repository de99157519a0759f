package org.targetmonitor.account.web;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import org.targetmonitor.account.AccountDocument;

/**
 * The username that was typed beside a wrong password, so that only the password has to
 * be typed again: in a cookie for a moment, since nobody who is not signed in has a
 * session. What is no username is not kept: often it is the password.
 */
final class RememberedName {

	private static final String COOKIE = "targetmonitor-name";

	private static final String TYPED = "username";

	private static final Duration KEPT = Duration.ofMinutes(1);

	private RememberedName() {
	}

	/** Keeps what the request's sign-in form says, for the next page only. */
	static void keep(HttpServletRequest request, HttpServletResponse response) {
		String typed = username(request.getParameter(TYPED));
		if (typed != null) {
			request.setAttribute(COOKIE, typed);
			write(request, response, typed, KEPT);
		}
	}

	/** What was kept, which is kept no longer; empty for nothing. */
	static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
		Cookie cookie = WebUtils.getCookie(request, COOKIE);
		String now = (String) request.getAttribute(COOKIE);
		if (cookie != null || now != null) {
			write(request, response, "", Duration.ZERO);
		}
		return (now != null || cookie == null) ? now : username(cookie.getValue());
	}

	private static @Nullable String username(@Nullable String typed) {
		return (typed != null && AccountDocument.isUsername(typed.strip())) ? typed.strip() : null;
	}

	private static void write(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, value)
					.path(SecurityConfiguration.SIGN_IN)
					.maxAge(life)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

}
