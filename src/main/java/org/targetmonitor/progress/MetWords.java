package org.targetmonitor.progress;

import org.targetmonitor.input.Text;

/**
 * Whether a goal is met, in words: 达标 is said of a year that has ended, or of what is
 * done for good; before that a figure accords with what is asked for or does not yet.
 */
enum MetWords {

	/** It is decided. */
	DECIDED(new Text("达标", "met"), new Text("未达标", "not met"), new Text("各种读法均达标", "met by every reading"),
			new Text("各种读法均未达标", "met by no reading")),
	/** Within the year, held against the number itself. */
	SO_FAR(new Text("符合目标要求", "on track"), new Text("尚未达到目标要求", "not on track"),
			new Text("各种读法均符合目标要求", "on track by every reading"), new Text("各种读法均未达到目标要求", "on track by no reading")),
	/** Within the year, held against a point on the way to it. */
	ON_THE_WAY(new Text("符合进度要求", "on track"), new Text("未达进度要求", "not on track"),
			new Text("各种读法均符合进度要求", "on track by every reading"), new Text("各种读法均未达进度要求", "on track by no reading"));

	private final Text met;

	private final Text unmet;

	private final Text metByAll;

	private final Text metByNone;

	MetWords(Text met, Text unmet, Text metByAll, Text metByNone) {
		this.met = met;
		this.unmet = unmet;
		this.metByAll = metByAll;
		this.metByNone = metByNone;
	}

	static MetWords of(Verdict verdict, boolean finalOnceMet) {
		boolean done = finalOnceMet && verdict.comparison().met();
		return (verdict.last() || done) ? DECIDED
				: (verdict.waypoint() != null || verdict.headway() != null) ? ON_THE_WAY : SO_FAR;
	}

	Text words(boolean met) {
		return met ? this.met : this.unmet;
	}

	/** Of a figure without an exact number. */
	Text ofReadings(boolean met) {
		return met ? this.metByAll : this.metByNone;
	}

}
