package org.targetmonitor.account.web;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import org.targetmonitor.account.Accounts;

import static org.assertj.core.api.Assertions.assertThat;

/** Names on a page that shows many of them. */
class PeopleNamesTests {

	@Test
	void manyNamesOfAPageAreReadAtOnce() {
		List<String> asked = new ArrayList<>();
		Accounts accounts = (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(),
				new Class<?>[] { Accounts.class }, (proxy, method, arguments) -> {
					asked.add(method.getName());
					return Map.of("li", "李", "wang", "王");
				});

		UnaryOperator<String> names = new PeopleNames(accounts).forPage();

		assertThat(List.of("li", "wang", "gone", "li").stream().map(names)).containsExactly("李", "王", "gone", "李");
		assertThat(asked).containsExactly("names");
	}

}
