package org.targetmonitor.progress;

import java.util.Locale;

/**
 * As what pages and boards count and colour a target: each target is one of these, and
 * its row shows the one it is counted as.
 */
public enum Counted {

	GREEN, YELLOW, RED,

	/**
	 * A figure is overdue, and what is known is no lag: nobody can say that it still
	 * stands well. What lagged by its last figure stays counted as lagging.
	 */
	UNREPORTED,

	GREY;

	static Counted of(Light light, boolean overdue) {
		return switch (light) {
			case RED -> RED;
			case YELLOW -> YELLOW;
			case GREEN -> overdue ? UNREPORTED : GREEN;
			case GREY -> overdue ? UNREPORTED : GREY;
		};
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
