package org.targetmonitor.plan.web;

import java.util.Arrays;
import java.util.Optional;

import org.targetmonitor.input.Digests;
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
		return Digests.sha256(JsonTree.canonical(file.document())).substring(0, 32);
	}

}
