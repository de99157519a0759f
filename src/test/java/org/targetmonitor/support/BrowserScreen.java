package org.targetmonitor.support;

import java.util.Locale;

/** The size of the screen in front of which somebody sits, or stands. */
public enum BrowserScreen {

	DESKTOP(1280, 900), PHONE(390, 844);

	private final int width;

	private final int height;

	BrowserScreen(int width, int height) {
		this.width = width;
		this.height = height;
	}

	/** In CSS pixels. */
	public int width() {
		return this.width;
	}

	public int height() {
		return this.height;
	}

	/** As names of screenshots have it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
