package org.targetmonitor.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mapping read field by field: what is wrong is collected with its place, and reading
 * goes on.
 */
class FieldsTests {

	private final List<Fault> faults = new ArrayList<>();

	@Test
	void collectsEveryFaultWithItsLine() {
		Fields fields = fields(Map.of("number", scalar("6%", 3), "date", scalar("2024-02-30", 4)));

		fields.requiredNumber("number");
		fields.requiredDate("date");
		fields.requiredText("name");

		assertThat(this.faults)
			.extracting(Fault::line, (fault) -> fault.subject().toString(), Fault::field, Fault::rule)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(3, "gdp", "number", "number"),
					org.assertj.core.groups.Tuple.tuple(4, "gdp", "date", "date"),
					org.assertj.core.groups.Tuple.tuple(1, "gdp", "name", "required"));
	}

	@Test
	void readsWhatIsThere() {
		Fields fields = fields(Map.of("number", scalar("4.50", 1), "date", scalar("2024-02-29", 1), "code",
				scalar("rd-intensity2", 1), "flag", scalar("true", 1)));

		assertThat(fields.requiredNumber("number")).isEqualTo(new BigDecimal("4.50"));
		assertThat(fields.requiredDate("date")).contains(LocalDate.of(2024, 2, 29));
		assertThat(fields.requiredCode("code")).isEqualTo("rd-intensity2");
		assertThat(fields.flag("flag")).isTrue();
		assertThat(fields.flag("absent")).isFalse();
		assertThat(fields.text("absent")).isEmpty();
		fields.refuseOthers();
		assertThat(this.faults).isEmpty();
	}

	@Test
	void refusesAKeyNobodyAskedFor() {
		Fields fields = fields(Map.of("toleranse", scalar("1", 7)));

		fields.number("tolerance");
		fields.refuseOthers();

		assertThat(this.faults).singleElement()
			.isEqualTo(new Fault(7, "gdp", "toleranse", "unknown-key",
					new Text("无法识别的项“toleranse”，可用：tolerance", "unknown key \"toleranse\", there are: tolerance")));
	}

	@Test
	void readsExplicitlyNothingAsAbsent() {
		Fields fields = fields(Map.of("note", new Node.Nothing(2)));

		assertThat(fields.has("note")).isFalse();
		assertThat(fields.text("note")).isEmpty();
		assertThat(this.faults).isEmpty();
		fields.requiredText("note");
		assertThat(rules()).containsExactly("required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "GDP", "gdp_", "-gdp", "gdp-", "g--dp", "生产", "a b" })
	void refusesWhatIsNoCode(String code) {
		fields(Map.of("code", scalar(code, 1))).requiredCode("code");

		assertThat(rules()).containsExactly("code");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "a\u0007b", "\u009f" })
	void refusesControlCharactersWhereverTextStands(String text) {
		Fields fields = fields(Map.of("text", scalar(text, 1), "words", scalar(text, 1)));

		fields.text("text");
		fields.words("words");

		assertThat(rules()).containsExactly("text", "text");
	}

	@Test
	void refusesTextLongerThanTwoThousand() {
		Fields fields = fields(Map.of("longest", scalar("字".repeat(2000), 1), "longer", scalar("字".repeat(2001), 1)));

		fields.text("longest");
		assertThat(this.faults).isEmpty();
		fields.text("longer");
		assertThat(rules()).containsExactly("text");
	}

	@Test
	void refusesBlankWhereWordsAreRequired() {
		fields(Map.of("name", scalar("  ", 1))).requiredText("name");
		fields(Map.of("name", scalar("  ", 1))).requiredWords("name");

		assertThat(rules()).containsExactly("required", "required");
	}

	@Test
	void takesChineseForEnglishWhereThatIsMissing() {
		Node words = new Node.Mapping(Map.of("zh", scalar("余杭", 1)), 1);

		assertThat(fields(Map.of("name", words)).requiredWords("name")).isEqualTo(Text.same("余杭"));
		assertThat(fields(Map.of("name", scalar("R&D", 1))).requiredWords("name")).isEqualTo(Text.same("R&D"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "7", "1.5", "-1", "1e9" })
	void refusesAWholeNumberOutOfRange(String number) {
		fields(Map.of("n", scalar(number, 1))).whole("n", 1, 6);

		assertThat(rules()).containsExactly("range");
	}

	@Test
	void takesAWholeNumberOnItsEdges() {
		assertThat(fields(Map.of("n", scalar("1", 1))).whole("n", 1, 6)).contains(1);
		assertThat(fields(Map.of("n", scalar("6.0", 1))).whole("n", 1, 6)).contains(6);
		assertThat(this.faults).isEmpty();
	}

	@Test
	void refusesAnotherShape() {
		Node list = new Node.Sequence(List.of(scalar("1", 1)), 1);
		Fields fields = fields(Map.of("text", list, "items", scalar("1", 1), "flag", scalar("yes", 1)));

		fields.text("text");
		assertThat(fields.items("items")).isEmpty();
		fields.flag("flag");
		Fields.of(list, "gdp", "goal", this.faults);

		assertThat(rules()).containsExactly("scalar", "list", "flag", "mapping");
	}

	@Test
	void namesTheWordsThatCanBeChosen() {
		Map<String, Integer> choices = new LinkedHashMap<>();
		choices.put("low", 1);
		choices.put("high", 2);

		assertThat(fields(Map.of("c", scalar("high", 1))).choice("c", choices)).contains(2);
		assertThat(fields(Map.of("c", scalar("higher", 1))).choice("c", choices)).isEmpty();
		assertThat(this.faults).singleElement()
			.extracting((fault) -> fault.reason().en())
			.isEqualTo("\"higher\" is none of: low, high");
	}

	@Test
	void saysAFaultInOneLine() {
		Fault fault = new Fault(12, "gdp", "goal", "positive", new Text("应大于0", "must be above 0"));

		assertThat(fault.inOneLine()).isEqualTo("line 12, gdp, goal: 应大于0 / must be above 0");
		assertThat(new Faulty("plan.yaml", List.of(fault, fault))).hasMessage(
				"plan.yaml:\n  line 12, gdp, goal: 应大于0 / must be above 0\n  line 12, gdp, goal: 应大于0 / must be above 0");
	}

	private Fields fields(Map<String, Node> entries) {
		return new Fields(new Node.Mapping(entries, 1), Subject.of("gdp"), this.faults);
	}

	private List<String> rules() {
		return this.faults.stream().map(Fault::rule).toList();
	}

	private static Node scalar(String text, int line) {
		return new Node.Scalar(text, line);
	}

}
