package org.targetmonitor.input.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An address of a page with its questions, for links that ask the same but for one thing.
 *
 * @param path the page's path
 * @param questions its parameters, in their order
 */
public record Address(String path, Map<String, String> questions) {

	private static final String AS_OF = "asOf";

	/** The longest that is taken for what a list was asked. */
	private static final int LONGEST = 1000;

	public Address {
		questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
	}

	/**
	 * The same with another value, or without that question.
	 * @param value null or blank for none
	 */
	public Address with(String question, @Nullable Object value) {
		Map<String, String> changed = new LinkedHashMap<>(this.questions);
		changed.remove(question);
		if (value != null && !value.toString().isBlank()) {
			changed.put(question, value.toString());
		}
		return new Address(this.path, changed);
	}

	/** Another page as of the same moment, with nothing else asked. */
	public Address at(String other) {
		String moment = this.questions.get(AS_OF);
		return new Address(other, (moment != null) ? Map.of(AS_OF, moment) : Map.of());
	}

	/**
	 * A list's address with what it was narrowed to, as a page was told that was opened
	 * from it; of that nothing is believed but questions that the list knows.
	 * @param told what {@link #asked()} said; null for nothing
	 * @param known the questions that the list knows
	 */
	public static Address from(String path, @Nullable String told, Collection<String> known) {
		Address list = new Address(path, Map.of());
		if (told == null || told.length() > LONGEST) {
			return list;
		}
		try {
			MultiValueMap<String, String> asked = UriComponentsBuilder.newInstance()
				.query(told)
				.build()
				.getQueryParams();
			for (String question : known) {
				String value = asked.getFirst(question);
				list = list.with(question, (value != null) ? URLDecoder.decode(value, StandardCharsets.UTF_8) : null);
			}
			return list;
		}
		catch (IllegalArgumentException ex) {
			return new Address(path, Map.of());
		}
	}

	/** What it asks, for a page that leads back to it; empty for nothing. */
	public String asked() {
		String all = toString();
		int mark = all.indexOf('?');
		return (mark < 0) ? "" : all.substring(mark + 1);
	}

	/** As a link says it. */
	@Override
	public String toString() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(this.path);
		this.questions.forEach((question, value) -> address.queryParam(question, "{" + question + "}"));
		return address.encode().buildAndExpand(this.questions).toUriString();
	}

}
