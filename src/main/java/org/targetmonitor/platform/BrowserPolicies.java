package org.targetmonitor.platform;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * What browsers may do with an answer: said on every one, also on those that are given
 * before anybody looks at sign-ins, and on those that are begun anew.
 */
final class BrowserPolicies implements Filter {

	private static final Map<String, String> POLICIES = Map.of("Content-Security-Policy",
			"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
					+ "frame-ancestors 'none'",
			// Without any referrer browsers name no origin with a form either
			"Referrer-Policy", "same-origin", "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
			"Permissions-Policy",
			"camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), "
					+ "midi=(), display-capture=(), accelerometer=(), gyroscope=(), magnetometer=(), "
					+ "browsing-topics=()");

	/** Says it on an answer that has not begun. */
	static void say(HttpServletResponse response) {
		POLICIES.forEach(response::setHeader);
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletResponse answer = (HttpServletResponse) response;
		say(answer);
		chain.doFilter(request, new Lasting(answer));
	}

	/** Says it again where an answer is begun anew. */
	private static final class Lasting extends HttpServletResponseWrapper {

		Lasting(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void reset() {
			super.reset();
			say((HttpServletResponse) getResponse());
		}

	}

}
