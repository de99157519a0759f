package org.targetmonitor.account;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.tree.JsonTree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AccountDocumentTests {

	@ParameterizedTest
	@ValueSource(strings = { "王\\n芳", "王\\r芳", "王\\t芳", "王\\u202e芳", "王\\u200b芳", "王\\u0085芳" })
	void refusesNameThatIsNotSeenOnOneLine(String name) {
		assertThat(named(name).faults()).extracting(Fault::field, Fault::rule).containsExactly(tuple("name", "text"));
	}

	@Test
	void takesNameOfAHundredCharactersAndNoLongerOne() {
		assertThat(named("局".repeat(100)).faults()).isEmpty();
		assertThat(named("局".repeat(101)).faults()).extracting(Fault::field).containsExactly("name");
	}

	private static AccountDocument named(String name) {
		return AccountDocument.read("wang", JsonTree.read("{\"name\":\"%s\",\"grants\":[]}".formatted(name)), null);
	}

}
