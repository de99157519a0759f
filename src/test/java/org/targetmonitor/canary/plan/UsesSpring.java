package org.targetmonitor.canary.plan;

import org.springframework.util.StringUtils;

/** The root of a feature that is not plain Java. */
final class UsesSpring {

	private UsesSpring() {
	}

	static boolean empty(String text) {
		return !StringUtils.hasText(text);
	}

}
