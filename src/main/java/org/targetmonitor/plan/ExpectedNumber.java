package org.targetmonitor.plan;

import java.util.Optional;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;

/**
 * A number that a heading waits for until a target is recorded under it.
 *
 * @param indicator the code that target will have
 * @param name what it is called
 */
public record ExpectedNumber(String indicator, Text name) {

	/** Reads an entry of {@code expects}: a code, or {@code {code: …, name: …}}. */
	static Optional<ExpectedNumber> read(Fields heading, Node entry) {
		if (entry instanceof Node.Scalar scalar) {
			return checked(heading, new ExpectedNumber(scalar.text(), Text.same(scalar.text())));
		}
		if (!(entry instanceof Node.Mapping mapping) || !(mapping.entries().get("code") instanceof Node.Scalar code)) {
			return refused(heading, "");
		}
		Text name = switch (mapping.entries().get("name")) {
			case Node.Scalar one -> Text.same(one.text());
			case Node.Mapping both when both.entries().get("zh") instanceof Node.Scalar zh ->
				new Text(zh.text(), (both.entries().get("en") instanceof Node.Scalar en) ? en.text() : zh.text());
			case null, default -> Text.same(code.text());
		};
		return checked(heading, new ExpectedNumber(code.text(), name));
	}

	private static Optional<ExpectedNumber> checked(Fields heading, ExpectedNumber expected) {
		return Fields.isCode(expected.indicator) ? Optional.of(expected) : refused(heading, expected.indicator);
	}

	private static Optional<ExpectedNumber> refused(Fields heading, String code) {
		heading.fault("expects", "code", Text.format("“%s”不是指标代码，应为代码或 {code: …, name: …}",
				"\"%s\" is no indicator's code; it takes a code or {code: …, name: …}", code));
		return Optional.empty();
	}

}
