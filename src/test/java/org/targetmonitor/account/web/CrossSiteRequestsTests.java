package org.targetmonitor.account.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests a browser was made to send by another site's page. */
class CrossSiteRequestsTests {

	private static MockHttpServletRequest request(String method, @Nullable String site, @Nullable String origin,
			boolean basic) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, "/plans/record");
		request.setServerName("monitor.example");
		request.setServerPort(8080);
		if (site != null) {
			request.addHeader("Sec-Fetch-Site", site);
		}
		if (origin != null) {
			request.addHeader("Origin", origin);
		}
		if (basic) {
			request.addHeader("Authorization", "Basic eDp5");
		}
		return request;
	}

	@ParameterizedTest
	@CsvSource({ "GET,    cross-site, http://evil.example, true, true", "HEAD, cross-site, , false, true",
			"OPTIONS, cross-site, , false, true", "POST, , , true, true", "POST, same-origin, , true, true",
			"POST, none, , true, true", "POST, same-site, , false, false", "PUT, cross-site, , false, false",
			"DELETE, cross-site, http://monitor.example:8080, false, false",
			"POST, , http://monitor.example:8080, true, true", "POST, , http://monitor.example, true, false",
			"POST, , https://monitor.example:8080, true, false", "POST, , http://evil.example, false, false",
			"POST, , 'null', false, true", "POST, , 'null', true, false",
			"POST, same-origin, http://evil.example, true, true" })
	void isLetThroughOrRefused(String method, @Nullable String site, @Nullable String origin, boolean basic,
			boolean through) throws ServletException, IOException {
		MockFilterChain chain = new MockFilterChain();
		MockHttpServletResponse response = new MockHttpServletResponse();
		new CrossSiteRequests((request, answer, refused) -> answer.setStatus(403))
			.doFilter(request(method, site, origin, basic), response, chain);
		assertThat(chain.getRequest() != null).isEqualTo(through);
		assertThat(response.getStatus()).isEqualTo(through ? 200 : 403);
	}

	/** What says nothing is not believed, and neither is what is kept secret. */
	@ParameterizedTest
	@CsvSource({ "same-origin, , true", "none, , false", "same-site, http://monitor.example:8080, false", ", , false",
			", http://monitor.example:8080, true", ", http://evil.example, false", ", 'null', false" })
	void isSaidToComeFromAnOwnPage(@Nullable String site, @Nullable String origin, boolean own) {
		assertThat(CrossSiteRequests.isFromOwnPage(request("POST", site, origin, false))).isEqualTo(own);
	}

}
