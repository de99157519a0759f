package org.targetmonitor.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Text that can be read in one way only: a line for each field, {@code name=bytes:value}
 * with the length of the value in UTF-8, or {@code name=~} where there is none.
 */
public final class Canonical {

	private final StringBuilder text = new StringBuilder();

	public Canonical put(String name, @Nullable String value) {
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

	/** SHA-256 over the text, in hexadecimal digits. */
	public String sha256() {
		return Digests.sha256(this.text.toString());
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	/**
	 * The fields of two texts that differ, in words: sealed → present. Text that was not
	 * made here is said to be unreadable.
	 */
	public static Text differences(String sealed, String present) {
		Map<String, @Nullable String> then;
		Map<String, @Nullable String> now;
		try {
			then = read(sealed);
			now = read(present);
		}
		catch (RuntimeException ex) {
			return new Text("无法读取", "it cannot be read");
		}
		Set<String> all = new LinkedHashSet<>(then.keySet());
		all.addAll(now.keySet());
		List<Text> differences = new ArrayList<>();
		all.stream()
			.filter((field) -> !Objects.equals(then.get(field), now.get(field)))
			.forEach((field) -> differences
				.add(Text.format("%s %s → %s", "%s %s → %s", field, said(then.get(field)), said(now.get(field)))));
		return Text.join(differences, new Text("、", ", "));
	}

	private static Text said(@Nullable String value) {
		return (value != null) ? Text.same(value) : new Text("（空）", "(nothing)");
	}

	/** The fields of a text that was made here, each name once. */
	public static Map<String, @Nullable String> read(String text) {
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
