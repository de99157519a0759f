package org.targetmonitor.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets the bodies of programs that have signed in be read as such: they bring no session.
 */
final class KnownSenders implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getUserPrincipal() != null
				&& request.getAttribute(ArrivingBody.ATTRIBUTE) instanceof ArrivingBody body) {
			body.ofSomebodySignedIn();
		}
		return true;
	}

}
