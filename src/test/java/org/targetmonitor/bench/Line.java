package org.targetmonitor.bench;

/**
 * A line of the table.
 *
 * @param work what is done
 * @param toReach what it may cost
 * @param measured what it did cost
 * @param rival what it is compared with, measured in the same run; or that it is missing
 * @param reached whether it is
 */
record Line(String work, String toReach, String measured, String rival, Reached reached) {

	/** What comes of a comparison. */
	enum Reached {

		YES("yes"), NO("**no**"), FAILED("**not measured**"), TOLD("");

		private final String word;

		Reached(String word) {
			this.word = word;
		}

		static Reached of(boolean reached) {
			return reached ? YES : NO;
		}

	}

	/** What one measurement says. */
	record Measured(String said, String rival, Reached reached) {

		static Measured of(String said, boolean reached) {
			return new Measured(said, "", Reached.of(reached));
		}

		/** Told, with nothing to hold it against. */
		static Measured told(String said) {
			return new Measured(said, "", Reached.TOLD);
		}

		static Measured millis(double millis, double most) {
			return of(Times.said(millis), millis <= most);
		}

		Measured beside(String other) {
			return new Measured(this.said, other, this.reached);
		}

	}

	String markdown() {
		return "| %s | %s | %s | %s | %s |".formatted(this.work, this.toReach, this.measured, this.rival,
				this.reached.word);
	}

}
