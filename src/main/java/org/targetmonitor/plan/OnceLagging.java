package org.targetmonitor.plan;

/**
 * Whether a plan reminds of a lag that was made up: the light of what is on track again
 * stays yellow until the year is done.
 */
public enum OnceLagging {

	NONE("none"), TASKS("tasks"), ALL("all");

	private final String key;

	OnceLagging(String key) {
		this.key = key;
	}

	public String key() {
		return this.key;
	}

	/** Whether it is meant for a target of the plan. */
	public boolean isFor(Target target) {
		return this == ALL || (this == TASKS && target.entry().isTask());
	}

}
