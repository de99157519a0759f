package org.targetmonitor.platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * What is wrong with the query of an address before anybody reads a parameter of it: it
 * must be percent-encoded UTF-8, every parameter has a name, and none holds a control
 * character.
 */
final class QueryString {

	private static final int HEX = 16;

	private static final int ESCAPE = "%41".length();

	private static final int LONGEST_NAME = 60;

	private static final Text UNDECODABLE = new Text("地址中的查询参数无法解码，应为按百分号编码的 UTF-8",
			"the query of the address cannot be decoded: it must be percent-encoded UTF-8");

	private static final Text NAMELESS = new Text("地址中有一个查询参数没有名称", "a query parameter of the address has no name");

	private QueryString() {
	}

	/** What is wrong; empty if nothing is. */
	static Optional<Text> fault(@Nullable String query) {
		if (query == null) {
			return Optional.empty();
		}
		for (String parameter : query.split("&", -1)) {
			Optional<Text> fault = parameter.isEmpty() ? Optional.empty() : faultOf(parameter);
			if (fault.isPresent()) {
				return fault;
			}
		}
		return Optional.empty();
	}

	/** The names of its parameters, of a query that has no fault. */
	static Set<String> names(@Nullable String query) {
		return (query == null) ? Set.of()
				: Arrays.stream(query.split("&"))
					.filter((parameter) -> !parameter.isEmpty())
					.map((parameter) -> decoded(parameter.split("=", 2)[0]))
					.filter(Objects::nonNull)
					.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Optional<Text> faultOf(String parameter) {
		int equals = parameter.indexOf('=');
		String name = decoded((equals < 0) ? parameter : parameter.substring(0, equals));
		String value = decoded((equals < 0) ? "" : parameter.substring(equals + 1));
		if (name == null || value == null) {
			return Optional.of(UNDECODABLE);
		}
		if (name.isEmpty()) {
			return Optional.of(NAMELESS);
		}
		return (Fields.isText(name, Integer.MAX_VALUE) && Fields.isText(value, Integer.MAX_VALUE)) ? Optional.empty()
				: Optional.of(controlCharacter(name));
	}

	private static Text controlCharacter(String name) {
		String printable = name.replaceAll("\\p{Cntrl}", "?");
		return Text.format("“%s”含有控制字符", "\"%s\" holds a control character",
				printable.substring(0, Math.min(LONGEST_NAME, printable.length())));
	}

	/** Null where it is no percent-encoded UTF-8. */
	private static @Nullable String decoded(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
		for (int at = 0; at < text.length(); at++) {
			char character = text.charAt(at);
			if (character == '%') {
				int octet = octet(text, at);
				if (octet < 0) {
					return null;
				}
				bytes.write(octet);
				at += ESCAPE - 1;
			}
			else {
				// What is not encoded is handed on as one character for each byte
				bytes.write((character == '+') ? ' ' : character);
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private static int octet(String text, int at) {
		if (at + ESCAPE > text.length()) {
			return -1;
		}
		int high = Character.digit(text.charAt(at + 1), HEX);
		int low = Character.digit(text.charAt(at + 2), HEX);
		return (high < 0 || low < 0) ? -1 : high * HEX + low;
	}

}
