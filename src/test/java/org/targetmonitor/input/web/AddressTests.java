package org.targetmonitor.input.web;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTests {

	@Test
	void asksTheSameButForOneThing() {
		Address here = new Address("/plans/a", Map.of()).with("light", "red").with("page", 2);

		assertThat(here).hasToString("/plans/a?light=red&page=2");
		assertThat(here.with("light", "green")).hasToString("/plans/a?page=2&light=green");
		assertThat(here.with("light", null).with("page", " ")).hasToString("/plans/a");
	}

	@Test
	void anotherPageIsOfTheSameMoment() {
		Address here = new Address("/", Map.of()).with("q", "x").with("asOf", "2024-04-05");

		assertThat(here.at("/plans/a")).hasToString("/plans/a?asOf=2024-04-05");
		assertThat(here.with("asOf", null).at("/plans/a")).hasToString("/plans/a");
	}

	/** A value is one value, whatever stands in it. */
	@Test
	void valuesAreEncoded() {
		assertThat(new Address("/", Map.of()).with("q", "余杭 &a=b#{x}%"))
			.hasToString("/?q=%E4%BD%99%E6%9D%AD%20%26a%3Db%23%7Bx%7D%25");
	}

}
