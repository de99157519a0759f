package org.targetmonitor.canary.progress;

/** Binary numbers where decimals belong. */
final class CountsInBinary {

	private final double field = 0.1;

	float share() {
		return (float) this.field;
	}

	Double boxed() {
		return this.field;
	}

}
