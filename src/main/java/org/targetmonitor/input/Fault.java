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

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_REASON = 1000;

	/** Whatever was sent may be quoted; no more of it than says which it is. */
	public Fault {
		subject = shortened(subject);
		field = shortened(field);
		reason = (reason.zh().length() > LONGEST_REASON || reason.en().length() > LONGEST_REASON)
				? new Text(withoutMiddle(reason.zh()), withoutMiddle(reason.en())) : reason;
	}

	private static String shortened(String name) {
		return (name.length() <= LONGEST_NAME) ? name : whole(name, LONGEST_NAME) + "…";
	}

	/** What is quoted stands in the middle of a reason. */
	private static String withoutMiddle(String reason) {
		return (reason.length() <= LONGEST_REASON) ? reason
				: whole(reason, LONGEST_REASON / 2) + "…" + reason.substring(reason.length() - LONGEST_REASON / 2);
	}

	/** The first characters, none of them half. */
	private static String whole(String text, int most) {
		return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
	}

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
