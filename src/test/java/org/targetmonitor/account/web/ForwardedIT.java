package org.targetmonitor.account.web;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import org.targetmonitor.support.Browser;
import org.targetmonitor.support.MonitorTest;
import org.targetmonitor.support.People;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is not the configured proxy cannot say from where a request comes. */
@MonitorTest
@TestPropertySource(properties = "targetmonitor.proxies=192.0.2.1/32")
class ForwardedIT {

	@Autowired
	private People people;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void headerOfWhoIsNoProxyIsIgnored() {
		Browser browser = this.people.browser();
		assertThat(browser.get("/sign-in", "X-Forwarded-Proto", "https").response().headers().map().toString())
			.doesNotContain("Secure", "Strict-Transport-Security");
		browser.get("/api/plans", "Authorization", "Basic YWRtaW46eA==", "X-Forwarded-For", "203.0.113.7");
		assertThat(this.jdbc.sql("SELECT DISTINCT address FROM audit_event WHERE actor = 'admin' AND NOT succeeded")
			.query(String.class)
			.list()).containsExactly("127.0.0.1");
	}

}
