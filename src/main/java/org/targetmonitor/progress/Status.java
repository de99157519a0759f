package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Optional;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Target;

/** How a target stands. */
public enum Status {

	ACHIEVED("achieved", Light.GREEN, 0, "已完成", "achieved"), MISSED("missed", Light.RED, 2, "未完成", "missed"),
	ON_TRACK("on_track", Light.GREEN, 0, "符合进度", "on track"), AT_RISK("at_risk", Light.YELLOW, 1, "略有滞后", "at risk"),
	LAGGING("lagging", Light.RED, 2, "滞后", "lagging"),
	AWAITING_TARGET("awaiting_target", Light.GREY, -1, "待下达", "awaiting target"),
	NOT_ASSESSABLE("not_assessable", Light.GREY, -1, "无法评价", "not assessable"),
	AWAITING_FIGURE("awaiting_figure", Light.GREY, -1, "待数据", "awaiting figure");

	private static final int UNKNOWN = -1;

	private final String key;

	private final Light light;

	private final int lagLevel;

	private final Text words;

	Status(String key, Light light, int lagLevel, String zh, String en) {
		this.key = key;
		this.light = light;
		this.lagLevel = lagLevel;
		this.words = new Text(zh, en);
	}

	public String key() {
		return this.key;
	}

	public Light light() {
		return this.light;
	}

	public Text words() {
		return this.words;
	}

	/**
	 * The same of a target: what is above a ceiling or beside a number that both sides
	 * bound is not behind anything.
	 */
	public Text words(Target target) {
		boolean both = target.goal().isShutOnBothSides();
		boolean above = target.goal().isCeiling() && !isRank(target) && isLimit(target.goal());
		return switch (this) {
			case AT_RISK ->
				both ? new Text("略有偏离", "slightly off") : above ? new Text("略超控制目标", "slightly above") : this.words;
			case LAGGING ->
				both ? new Text("偏离目标", "off the target") : above ? new Text("超出控制目标", "above the limit") : this.words;
			default -> this.words;
		};
	}

	/**
	 * Whether too much is what is wrong: of a decrease that is too small, too little is.
	 */
	private static boolean isLimit(Goal goal) {
		return goal.operand().isPresent()
				|| (goal.isAgainstYearBefore() ? goal.compare(BigDecimal.ZERO, BigDecimal.ZERO).met()
						: goal.number().filter((most) -> most.signum() >= 0).isPresent());
	}

	private static boolean isRank(Target target) {
		return target.measurement() != null && target.measurement().measure() == Measure.RANK;
	}

	/** The light of a target with that goal: one that is never red shows yellow. */
	public Light light(Goal goal) {
		return (this.light == Light.RED && goal.isNeverRed()) ? Light.YELLOW : this.light;
	}

	/** The lag level of a target with that goal: of one that is never red, at most 1. */
	public Optional<Integer> lagLevel(Goal goal) {
		return lagLevel().map((level) -> goal.isNeverRed() ? Math.min(level, 1) : level);
	}

	/** 0 fine, 1 at risk, 2 lagging or missed; empty while it is unknown. */
	public Optional<Integer> lagLevel() {
		return (this.lagLevel == UNKNOWN) ? Optional.empty() : Optional.of(this.lagLevel);
	}

}
