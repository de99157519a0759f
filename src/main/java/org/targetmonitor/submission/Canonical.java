package org.targetmonitor.submission;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Text that can be read in one way only: a line for each field, {@code name=bytes:value}
 * with the length of the value in UTF-8, or {@code name=~} where there is none.
 */
final class Canonical {

	private final StringBuilder text = new StringBuilder();

	Canonical put(String name, @Nullable String value) {
		this.text.append(name).append('=');
		if (value == null) {
			this.text.append('~');
		}
		else {
			this.text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
		}
		this.text.append('\n');
		return this;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	/** The fields of a text that was made here, each name once. */
	static Map<String, @Nullable String> read(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		Map<String, @Nullable String> fields = new LinkedHashMap<>();
		int at = 0;
		while (at < bytes.length) {
			int equals = next(bytes, at, '=');
			String name = string(bytes, at, equals);
			if (bytes[equals + 1] == '~') {
				fields.put(name, null);
				at = equals + 3;
				continue;
			}
			int colon = next(bytes, equals, ':');
			int end = colon + 1 + Integer.parseInt(string(bytes, equals + 1, colon));
			fields.put(name, string(bytes, colon + 1, end));
			at = end + 1;
		}
		return fields;
	}

	private static int next(byte[] bytes, int from, char sought) {
		int at = from;
		while (bytes[at] != sought) {
			at++;
		}
		return at;
	}

	private static String string(byte[] bytes, int from, int to) {
		return new String(bytes, from, to - from, StandardCharsets.UTF_8);
	}

}
