package org.targetmonitor.account.web;

import java.util.Optional;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Login;

/**
 * Finds the account of somebody whom an identity provider has signed in; it makes none.
 */
@Component
class OidcAccounts implements OAuth2UserService<OidcUserRequest, OidcUser> {

	/** The error of somebody who has no account here. */
	static final String NO_ACCOUNT = "no_account";

	private final OidcUserService provider = new OidcUserService();

	private final Accounts accounts;

	private final AccountProperties properties;

	private final AuditTrail trail;

	OidcAccounts(Accounts accounts, AccountProperties properties, AuditTrail trail) {
		this.accounts = accounts;
		this.properties = properties;
		this.trail = trail;
	}

	/** Somebody the provider knows, with the account here. */
	static final class Known extends DefaultOidcUser {

		private static final long serialVersionUID = 1;

		private final transient Login login;

		Known(OidcUser user, Login login) {
			super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
			this.login = login;
		}

		Login login() {
			return this.login;
		}

		@Override
		public String getName() {
			return this.login.account().username();
		}

	}

	/** Records what went wrong at the provider, or on the way back from there. */
	void recordFailure(AuthenticationException ex) {
		String code = (ex instanceof OAuth2AuthenticationException provider) ? provider.getError().getErrorCode()
				: "error";
		if (!code.equals(NO_ACCOUNT)) {
			this.trail.record("-", AuditAction.SIGN_IN, false, null, null, "provider " + code);
		}
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = this.provider.loadUser(request);
		String name = user.getClaimAsString(this.properties.oidcClaim());
		Optional<Login> login = Optional.ofNullable(name)
			.flatMap(this.accounts::login)
			.filter((found) -> found.account().enabled());
		if (login.isEmpty()) {
			this.trail.record((name != null) ? name : "-", AuditAction.SIGN_IN, false, null, null,
					"provider " + request.getClientRegistration().getRegistrationId());
		}
		return new Known(user, login.orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(NO_ACCOUNT))));
	}

}
