package org.targetmonitor.support;

import java.util.Locale;

/** The language in which a browser asks for pages. */
public enum BrowserLanguage {

	ZH(Locale.SIMPLIFIED_CHINESE), EN(Locale.UK);

	private final Locale locale;

	BrowserLanguage(Locale locale) {
		this.locale = locale;
	}

	public Locale locale() {
		return this.locale;
	}

	/** As names of screenshots have it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
