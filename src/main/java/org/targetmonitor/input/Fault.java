package org.targetmonitor.input;

/**
 * One thing that is wrong with what came in, said so that the person who sent it can mend
 * it.
 *
 * @param line the line in the document, 0 where it is not known
 * @param subject the target or figure it is about
 * @param field the key
 * @param rule the name of the rule that refuses, for programs
 * @param reason the reason, for people
 */
public record Fault(int line, Subject subject, String field, String rule, Text reason) {

	private static final int LONGEST_REASON = 1000;

	/** Whatever was sent may be quoted; no more of it than says which it is. */
	public Fault {
		field = Subject.shortened(field);
		reason = (reason.zh().length() > LONGEST_REASON || reason.en().length() > LONGEST_REASON)
				? new Text(withoutMiddle(reason.zh()), withoutMiddle(reason.en())) : reason;
	}

	/** What is quoted stands in the middle of a reason. */
	private static String withoutMiddle(String reason) {
		return (reason.length() <= LONGEST_REASON) ? reason : Subject.whole(reason, LONGEST_REASON / 2) + "…"
				+ reason.substring(reason.length() - LONGEST_REASON / 2);
	}

	/** One about what has a name and no place. */
	public Fault(int line, String code, String field, String rule, Text reason) {
		this(line, Subject.of(code), field, rule, reason);
	}

	public static Fault of(String code, String field, String rule, Text reason) {
		return of(Subject.of(code), field, rule, reason);
	}

	public static Fault of(Subject subject, String field, String rule, Text reason) {
		return new Fault(0, subject, field, rule, reason);
	}

	/** Line, subject, field and reason in one sentence for a log. */
	public String inOneLine() {
		String place = (this.line > 0) ? "line " + this.line + ", " : "";
		String about = this.subject.isNone() ? "" : this.subject + ", ";
		return place + about + this.field + ": " + this.reason.zh() + " / " + this.reason.en();
	}

}
