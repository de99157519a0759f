package org.targetmonitor.platform.embedded;

/**
 * Says why there is no embedded database and what a person can do, each in Chinese and
 * English.
 */
abstract class EmbeddedDatabaseUnavailable extends RuntimeException {

	private final String happened;

	private final String remedy;

	EmbeddedDatabaseUnavailable(String happened, String remedy, Throwable... causes) {
		super(happened + "\n" + remedy, (causes.length > 0) ? causes[0] : null);
		this.happened = happened;
		this.remedy = remedy;
	}

	String happened() {
		return this.happened;
	}

	String remedy() {
		return this.remedy;
	}

}
