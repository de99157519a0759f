package org.targetmonitor.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.account.AccountDocument;

/**
 * The username that was typed beside a wrong password, so that only the password has to
 * be typed again. What is no username is not kept: often it is the password.
 */
final class RememberedName {

	private static final String ATTRIBUTE = RememberedName.class.getName();

	private RememberedName() {
	}

	/** Keeps what the request's sign-in form says, for the next page only. */
	static void keep(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		String typed = request.getParameter("username");
		if (session != null && typed != null && AccountDocument.isUsername(typed.strip())) {
			session.setAttribute(ATTRIBUTE, typed.strip());
		}
	}

	/** What was kept; empty for nothing. */
	static @Nullable String take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String typed)) {
			return null;
		}
		session.removeAttribute(ATTRIBUTE);
		return typed;
	}

}
