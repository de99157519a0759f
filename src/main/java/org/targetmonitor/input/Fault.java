package org.targetmonitor.input;

/**
 * One thing that is wrong with what came in, said so that the person who sent it can mend
 * it.
 *
 * @param line the line in the document, 0 where it is not known
 * @param subject the target or figure it is about, empty where it is the document as a
 * whole
 * @param field the key
 * @param rule the name of the rule that refuses, for programs
 * @param reason the reason, for people
 */
public record Fault(int line, String subject, String field, String rule, Text reason) {

	public static Fault of(String subject, String field, String rule, Text reason) {
		return new Fault(0, subject, field, rule, reason);
	}

	/** Line, subject, field and reason in one sentence for a log. */
	public String inOneLine() {
		String place = (this.line > 0) ? "line " + this.line + ", " : "";
		String about = this.subject.isEmpty() ? "" : this.subject + ", ";
		return place + about + this.field + ": " + this.reason.zh() + " / " + this.reason.en();
	}

}
