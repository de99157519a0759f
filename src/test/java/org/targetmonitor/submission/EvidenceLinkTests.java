package org.targetmonitor.submission;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which links to evidence lead where they seem to lead. */
class EvidenceLinkTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://www.example.org/a?b=c#d", "http://192.0.2.1:8080/x", "HTTPS://example.org" })
	void addressOfAPlainHostIsTaken(String link) {
		assertThat(Detail.isLink(link)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.gov.cn@evil.example/", "https://user:pw@example.org", "javascript:alert(1)",
			"data:text/html,x", "ftp://example.org", "//example.org", "example.org", "https:///x", "https://",
			"https:\\\\example.org", "https://exa mple.org" })
	void anythingElseIsRefused(String link) {
		assertThat(Detail.isLink(link)).isFalse();
	}

}
