package org.targetmonitor.submission;

import org.targetmonitor.input.Text;

/** Why an approved figure is revised. */
public enum RevisionKind {

	CORRECTION("correction", "差错更正", "correction of a mistake"), VERIFICATION("verification", "核实", "verification"),
	CENSUS("census", "普查修订", "revision after a census");

	private final String key;

	private final Text words;

	RevisionKind(String key, String zh, String en) {
		this.key = key;
		this.words = new Text(zh, en);
	}

	public String key() {
		return this.key;
	}

	public Text words() {
		return this.words;
	}

}
