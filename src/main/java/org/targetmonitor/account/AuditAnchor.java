package org.targetmonitor.account;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Up to which link events of the audit were moved elsewhere. It is kept outside the
 * database, or whoever removes events could say that they were moved.
 *
 * @param number the last link of those moved, 0 for none
 * @param hash its hash, null for none
 */
public record AuditAnchor(long number, @Nullable String hash) {

	/** Nothing was moved. */
	public static final AuditAnchor NONE = new AuditAnchor(0, null);

	private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

	/**
	 * Reads {@code number:hash}, or nothing.
	 * @throws IllegalArgumentException for anything else
	 */
	public static AuditAnchor read(String text) {
		if (text.isBlank()) {
			return NONE;
		}
		Matcher written = WRITTEN.matcher(text.strip());
		if (!written.matches()) {
			throw new IllegalArgumentException(
					"targetmonitor.audit-anchor is no link's number and hash, such as 1200:9f86…: " + text);
		}
		return new AuditAnchor(Long.parseLong(written.group(1)), written.group(2));
	}

}
