package org.targetmonitor.progress;

/** The colour of a status; never the only sign of it. */
public enum Light {

	GREEN, YELLOW, RED, GREY;

	public String key() {
		return name().toLowerCase(java.util.Locale.ROOT);
	}

}
