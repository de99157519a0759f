package org.targetmonitor.plan;

import java.util.stream.Stream;

import org.targetmonitor.input.Fields;

/**
 * Of which whole an indicator is the share of which part (占全市份额, 占全省比重): nobody hands it
 * in, it follows from the two quantities.
 *
 * @param part the indicator of the plan whose quantity is the part
 * @param whole the indicator whose quantity is the whole, of the plan or another area's
 */
public record ShareOf(String part, String whole) {

	static final String KEY = "share-of";

	/** Reads it from its mapping. */
	static ShareOf read(Fields given) {
		String part = given.requiredCode("part");
		String whole = OtherArea.read(given, "whole");
		given.refuseOthers();
		return new ShareOf(part, OtherArea.of(whole).map((other) -> other.level().code()).orElse(whole));
	}

	/** Both codes, under which the quantities are found. */
	public Stream<String> both() {
		return Stream.of(this.part, this.whole);
	}

}
