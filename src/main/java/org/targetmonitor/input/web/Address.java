package org.targetmonitor.input.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * An address of a page with its questions, for links that ask the same but for one thing.
 *
 * @param path the page's path
 * @param questions its parameters, in their order
 */
public record Address(String path, Map<String, String> questions) {

	private static final String AS_OF = "asOf";

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

	/** As a link says it. */
	@Override
	public String toString() {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath(this.path);
		this.questions.forEach((question, value) -> address.queryParam(question, "{" + question + "}"));
		return address.encode().buildAndExpand(this.questions).toUriString();
	}

}
