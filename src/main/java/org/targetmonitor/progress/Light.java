package org.targetmonitor.progress;

import java.util.Locale;

/** The colour of a status; never the only sign of it. */
public enum Light {

	GREEN, YELLOW, RED, GREY;

	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
