package org.targetmonitor.plan;

/**
 * Something stored of a plan is understood by no reader. Its cause says what; the other
 * plans have nothing to do with it.
 */
public final class PlanUnreadable extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final String plan;

	public PlanUnreadable(String plan, Throwable cause) {
		super("what is stored of plan %s cannot be read: %s".formatted(plan, innermost(cause)), cause);
		this.plan = plan;
	}

	public String plan() {
		return this.plan;
	}

	private static String innermost(Throwable cause) {
		Throwable next = cause.getCause();
		return (next == null) ? cause.toString() : innermost(next);
	}

}
