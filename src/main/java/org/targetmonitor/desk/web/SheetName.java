package org.targetmonitor.desk.web;

import org.jspecify.annotations.Nullable;

/** The name of an uploaded file, as a page may show it again. */
final class SheetName {

	private static final int LONGEST = 150;

	private SheetName() {
	}

	/**
	 * Without folders, control characters and marks that turn the direction of reading.
	 */
	static String of(@Nullable String given) {
		String name = (given != null) ? given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
				: "";
		String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "").strip();
		int length = plain.codePointCount(0, plain.length());
		return (length <= LONGEST) ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
