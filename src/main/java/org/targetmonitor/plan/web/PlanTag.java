package org.targetmonitor.plan.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.targetmonitor.input.tree.JsonTree;
import org.targetmonitor.plan.PlanFile;

/**
 * Tells one state of a plan from another: whoever changes a plan says which one was
 * looked at.
 */
final class PlanTag {

	/** Of a plan that is not there. */
	static final String NONE = "none";

	private PlanTag() {
	}

	/** The first half of the SHA-256 of the plan's canonical form, in hexadecimal. */
	static String of(Optional<PlanFile> file) {
		return file.map(PlanTag::of).orElse(NONE);
	}

	/**
	 * Whether an {@code If-Match} names that state, weakly or strongly, or any of a plan
	 * that is there.
	 */
	static boolean matches(String ifMatch, Optional<PlanFile> file) {
		return file.isPresent() && Arrays.stream(ifMatch.split(",", -1))
			.map((tag) -> tag.strip().replaceFirst("^W/", ""))
			.anyMatch((tag) -> tag.equals("*") || tag.equals("\"" + of(file) + "\""));
	}

	private static String of(PlanFile file) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(JsonTree.canonical(file.document()).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, digest.length / 2);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

}
