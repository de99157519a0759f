package org.targetmonitor.account.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

import org.targetmonitor.account.Accounts;
import org.targetmonitor.account.AuditAction;
import org.targetmonitor.account.Role;
import org.targetmonitor.account.Tokens;

/** Who may call what: nothing but the health check and the sign-in is open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class SecurityConfiguration {

	/** The page on which people sign in. */
	static final String SIGN_IN = "/sign-in";

	private static final String[] EVERYBODY_BUT_SCRAPE = { Role.VIEWER.name(), Role.SUBMITTER.name(),
			Role.REVIEWER.name(), Role.PLAN_ADMIN.name(), Role.ACCOUNT_ADMIN.name(), Role.AUDITOR.name() };

	/** What says nothing of anybody, and is asked for while the database is away, too. */
	private static final String[] ASSETS = { "/assets/**", "/actuator/health/**" };

	private static final String[] OPEN = { "/actuator/health/**", SIGN_IN, LeftForms.SIGN_IN };

	/** As the sign-in itself looks at paths: decoded. */
	private static final RequestMatcher SIGNS_IN = PathPatternRequestMatcher.withDefaults().matcher(SIGN_IN + "/**");

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	@Bean
	SecurityFilterChain security(HttpSecurity http, LiveSessions sessions, Refusals refusals, Onwards onwards,
			AuditTrail trail, TokenSignIn tokens, OidcAccounts oidc,
			ObjectProvider<ClientRegistrationRepository> providers) throws Exception {
		if (providers.getIfAvailable() != null) {
			http.oauth2Login((login) -> login.loginPage(SIGN_IN)
				.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestRepository(new ProviderVisits()))
				.userInfoEndpoint((users) -> users.oidcUserService(oidc))
				.successHandler(onwards::signedIn)
				.failureHandler((request, response, ex) -> {
					oidc.recordFailure(ex);
					refusals.signInFailed(request, response, ex);
				}));
		}
		return http.authorizeHttpRequests(SecurityConfiguration::rules)
			.securityContext((context) -> context.securityContextRepository(sessions))
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals::unauthorized))
			.formLogin((form) -> form.loginPage(SIGN_IN)
				.successHandler(onwards::signedIn)
				.failureHandler(refusals::signInFailed)
				.permitAll())
			.logout((logout) -> logout.logoutUrl("/sign-out").addLogoutHandler((request, response, user) -> {
				if (user != null) {
					trail.record(user.getName(), AuditAction.SIGN_OUT, true, null, null, null);
				}
			}).logoutSuccessUrl(SIGN_IN + "?out"))
			.requestCache((cache) -> cache.requestCache(onwards.pages()))
			.exceptionHandling((errors) -> errors.authenticationEntryPoint(refusals::unauthorized)
				.accessDeniedHandler(refusals::forbidden))
			.csrf((csrf) -> csrf.csrfTokenRepository(new FormTokens())
				.requireCsrfProtectionMatcher(SecurityConfiguration::couldBeForged))
			.addFilterBefore(tokens, BasicAuthenticationFilter.class)
			.addFilterAfter(new CrossSiteRequests(refusals::crossSite), CsrfFilter.class)
			.headers(SecurityConfiguration::policies)
			.build();
	}

	/**
	 * Assets know no session: one that is read while its id changes at the sign-in would
	 * be written back under the old id, and the sign-in would be lost.
	 */
	@Bean
	@Order(0)
	SecurityFilterChain assets(HttpSecurity http) throws Exception {
		return http.securityMatcher(ASSETS)
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.securityContext(AbstractHttpConfigurer::disable)
			.sessionManagement(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.csrf(AbstractHttpConfigurer::disable)
			.headers(SecurityConfiguration::policies)
			.build();
	}

	/** Those of the framework; what every answer has is written before all of this. */
	private static void policies(HeadersConfigurer<HttpSecurity> headers) {
		headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
	}

	private static void rules(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		// The page that says what went wrong is for whoever made the request; nobody else
		// gets there
		requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().requestMatchers(OPEN).permitAll();
		for (SignInStep step : SignInStep.values()) {
			requests.requestMatchers(step.page()).hasAuthority(step.authority());
		}
		requests.requestMatchers("/actuator/prometheus", "/actuator/prometheus/targets")
			.hasAnyRole(Arrays.stream(Role.values()).map(Role::name).toArray(String[]::new))
			.requestMatchers("/api/accounts/**", "/accounts/**", "/tokens/**")
			.access(AuthorizationManagers.allOf(AuthorityAuthorizationManager.hasRole(Role.ACCOUNT_ADMIN.name()),
					SecurityConfiguration::inPerson))
			.requestMatchers(HttpMethod.GET, "/plans/*")
			.hasAnyRole(EVERYBODY_BUT_SCRAPE)
			.requestMatchers(HttpMethod.HEAD, "/plans/*")
			.hasAnyRole(EVERYBODY_BUT_SCRAPE)
			.requestMatchers("/plans/**")
			.hasRole(Role.PLAN_ADMIN.name())
			.requestMatchers("/audit/**", "/api/audit/**")
			.hasRole(Role.AUDITOR.name())
			.requestMatchers("/chain", "/api/chain", "/api/chain/audit")
			.hasAnyRole(Role.AUDITOR.name(), Role.REVIEWER.name(), Role.PLAN_ADMIN.name())
			.requestMatchers(HttpMethod.GET, "/**")
			.hasAnyRole(EVERYBODY_BUT_SCRAPE)
			.requestMatchers(HttpMethod.PUT, "/api/plans/*")
			.hasRole(Role.PLAN_ADMIN.name())
			.requestMatchers(HttpMethod.POST, "/api/plans/*/submissions")
			.hasAnyAuthority("ROLE_" + Role.SUBMITTER, SignedIn.SUBMIT_ONLY)
			.requestMatchers(HttpMethod.POST, "/api/submissions/*/*")
			.hasRole(Role.REVIEWER.name())
			.anyRequest()
			.hasAnyRole(EVERYBODY_BUT_SCRAPE);
	}

	/**
	 * Nobody keeps accounts by a token: it would outlive what is done against its thief.
	 */
	private static AuthorizationResult inPerson(Supplier<? extends @Nullable Authentication> authentication,
			RequestAuthorizationContext context) {
		Authentication who = authentication.get();
		return new AuthorizationDecision(who != null && who.getPrincipal() instanceof SignedIn user && !user.byToken());
	}

	/**
	 * A browser adds a session's cookie by itself, and signs in whom a form names; what
	 * brings its own credentials needs no token (see {@link CrossSiteRequests} for those
	 * that a browser remembers).
	 */
	private static boolean couldBeForged(HttpServletRequest request) {
		boolean bySession = !OwnCredentials.areIn(request) && request.getSession(false) != null;
		return !SAFE_METHODS.contains(request.getMethod()) && (bySession || SIGNS_IN.matches(request));
	}

	/**
	 * Two pages that somebody opens at once may both write the session; the later one
	 * counts, and neither fails.
	 */
	@Bean
	SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsWrittenAtOnce() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	/** Nobody reads what each filter took; wrapping them for it costs every request. */
	@Bean
	SecurityObservationSettings nothingObserved() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	RememberedPasswords passwordEncoder() {
		return new RememberedPasswords(PasswordEncoderFactories.createDelegatingPasswordEncoder());
	}

	@Bean
	GuardedSignIn guardedSignIn(Accounts accounts, Steps steps, RememberedPasswords remembered, Guesses guesses) {
		return new GuardedSignIn(new KnownAccounts(accounts, steps), remembered, guesses);
	}

	@Bean
	TokenSignIn tokenSignIn(Tokens tokens, Accounts accounts, Guesses guesses, Refusals refusals, Steps steps,
			Clock clock, @Value("${targetmonitor.zone:Asia/Shanghai}") ZoneId zone) {
		return new TokenSignIn(tokens, accounts, guesses, refusals, steps, clock, zone);
	}

	/** The filter has its place among those of the sign-in, and no other. */
	@Bean
	FilterRegistrationBean<TokenSignIn> tokenSignInOnce(TokenSignIn filter) {
		FilterRegistrationBean<TokenSignIn> registration = new FilterRegistrationBean<>(filter);
		registration.setEnabled(false);
		return registration;
	}

	/**
	 * Values of headers and names of parameters are looked at where they are read; a
	 * language or a browser whose name is not plain ASCII is no attack.
	 */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderValues((value) -> true);
		firewall.setAllowedParameterNames((name) -> true);
		// So that an unknown method is answered with those that are there
		firewall.setUnsafeAllowAnyHttpMethod(true);
		return firewall;
	}

	/** Addresses that no honest client sends, refused before anybody is signed in. */
	@Bean
	RequestRejectedHandler rejected(Refusals refusals) {
		return (request, response, ex) -> refusals.malformed(request, response);
	}

}
