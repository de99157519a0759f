package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Target;

/**
 * How far a quantity that is not behind is ahead: a group of its own in counts and words,
 * and no other light.
 */
public enum Ahead {

	/** Beyond its pace by more than the band of its plan. */
	OF_PACE(new Text("超进度", "ahead of pace")),

	/** The year's number is reached before the year's end. */
	OF_TIME(new Text("提前完成", "done early"));

	private final Text words;

	Ahead(Text words) {
		this.words = words;
	}

	public Text words() {
		return this.words;
	}

	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Nothing of what is behind, of a ceiling that is kept, and at the year's end. */
	static @Nullable Ahead of(Target target, Verdict verdict) {
		Headway headway = verdict.headway();
		if (headway == null || verdict.last() || !verdict.met() || target.goal().isCeiling()) {
			return null;
		}
		if (headway.done().compareTo(BigDecimal.ONE) >= 0 && verdict.comparison().met()) {
			return OF_TIME;
		}
		return (verdict.margin().compareTo(target.terms().aheadBy()) > 0 && !isBehindTheOther(headway)) ? OF_PACE
				: null;
	}

	/** Whoever goes by the other pace would not understand it. */
	private static boolean isBehindTheOther(Headway headway) {
		Headway.Other other = headway.other();
		return other != null && headway.done().compareTo(other.pace()) < 0;
	}

}
