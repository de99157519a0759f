package org.targetmonitor.account.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What has to be known again when somebody comes back from an identity provider: the one
 * session that is stored for somebody who has not signed in, for ten minutes.
 */
final class ProviderVisits implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final Duration LIFE = Duration.ofMinutes(10);

	private final HttpSessionOAuth2AuthorizationRequestRepository visits = new HttpSessionOAuth2AuthorizationRequestRepository();

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return this.visits.loadAuthorizationRequest(request);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest visit, HttpServletRequest request,
			HttpServletResponse response) {
		if (visit == null) {
			this.visits.removeAuthorizationRequest(request, response);
			return;
		}
		this.visits.saveAuthorizationRequest(visit, request, response);
		HttpSession session = request.getSession(false);
		if (session != null && session.getAttribute(SessionMark.ATTRIBUTE) == null) {
			session.setMaxInactiveInterval(Math.toIntExact(LIFE.toSeconds()));
		}
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		return this.visits.removeAuthorizationRequest(request, response);
	}

}
