package org.targetmonitor.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Characters that nobody sees are in no text that is stored. */
class InvisibleTextTests {

	@ParameterizedTest
	@ValueSource(ints = { 0x202E, 0x202A, 0x2066, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B, 0x200C, 0x200D, 0x2060,
			0xFEFF, 0x00AD, 0x034F, 0x115F, 0x1160, 0x180E, 0x2028, 0x2029, 0x206A, 0x2800, 0x3164, 0xFFA0, 0xFFF9,
			0xE0001, 0xE0041, 0x1D173, 0, 7, 0x7F, 0x85 })
	void isRefusedInWords(int character) {
		String text = "完成" + Character.toString(character) + "情况";
		List<Fault> faults = new ArrayList<>();
		Fields fields = new Fields(new Node.Mapping(Map.of("note", new Node.Scalar(text, 1)), 1), Subject.NONE, faults);
		assertThat(fields.text("note")).isEmpty();
		assertThat(faults).singleElement().satisfies((fault) -> {
			assertThat(fault.rule()).isEqualTo("text");
			assertThat(fault.reason().zh()).contains("不可见字符");
		});
		assertThat(Fields.isText(text, 100)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "进展情况（一）：同比增长4.8%", "第一行\n第二行\t列", "葛\uDB40\uDD00城", "\u3000\u00a0", "\uD842\uDFB7野家", "é ✓" })
	void whatIsSeenIsTaken(String text) {
		assertThat(Fields.isText(text, 100)).isTrue();
	}

}
