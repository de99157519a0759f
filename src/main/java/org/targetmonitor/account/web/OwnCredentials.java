package org.targetmonitor.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Whether a request says itself who makes it. Then that counts and no session does;
 * nothing else that somebody writes into the header changes what is asked of a session.
 */
final class OwnCredentials {

	private OwnCredentials() {
	}

	/** Whether it brings a password or a token. */
	static boolean areIn(HttpServletRequest request) {
		@Nullable String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		return header != null && (isOf(header.strip(), "Basic") || isOf(header.strip(), "Bearer"));
	}

	private static boolean isOf(String header, String scheme) {
		return header.regionMatches(true, 0, scheme, 0, scheme.length())
				&& (header.length() == scheme.length() || Character.isWhitespace(header.charAt(scheme.length())));
	}

}
