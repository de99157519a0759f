package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.plan.Comparison;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;

/**
 * Which growth of the rest of the year meets a target: the year s·G + (1 − s)·x, rounded
 * as published, is held against the very same goal.
 */
public final class WhatIf {

	private static final BigDecimal HALF = new BigDecimal("0.5");

	private final Target target;

	private final Measurement measurement;

	private final BigDecimal number;

	private final boolean lower;

	private final BigDecimal share;

	private final BigDecimal soFar;

	private WhatIf(Target target, Outlook outlook, BigDecimal share, BigDecimal soFar) {
		this.target = target;
		this.measurement = Objects.requireNonNull(target.measurement());
		this.number = outlook.number();
		this.lower = outlook.lowerIsBetter();
		this.share = share;
		this.soFar = soFar;
	}

	/** Where the year ends with a rest that grows by so much. */
	public record Year(BigDecimal unrounded, BigDecimal published, Comparison comparison) {
	}

	/** Of a growth target whose base share is known; empty for any other. */
	public static Optional<WhatIf> of(TargetProgress progress) {
		Outlook outlook = progress.outlook();
		BasePart base = (outlook != null) ? outlook.base() : null;
		Verdict verdict = progress.verdict();
		if (outlook == null || base == null || verdict == null) {
			return Optional.empty();
		}
		return Optional.of(new WhatIf(progress.target(), outlook, base.share(), verdict.actual()));
	}

	/** The year with a rest that grows by {@code rest} percent. */
	public Year year(BigDecimal rest) {
		BigDecimal unrounded = GrowthOutlook.year(this.share, this.soFar, rest);
		BigDecimal published = this.measurement.published(unrounded);
		return new Year(unrounded, published, this.target.goal().compare(published, published));
	}

	/** The growth of the rest at which the year is published as just met, unrounded. */
	public BigDecimal met() {
		return threshold(this.target.goal().line().orElse(this.number));
	}

	/**
	 * The growth of the rest at which the year is published as the goal's number itself;
	 * null where that is what counts as met.
	 */
	public @Nullable BigDecimal reached() {
		return this.target.goal().hasTolerance() ? threshold(this.number) : null;
	}

	/** Half a unit of the last decimal before the line is where rounding tips. */
	private BigDecimal threshold(BigDecimal line) {
		BigDecimal half = HALF.movePointLeft(this.measurement.decimals());
		BigDecimal edge = this.lower ? line.add(half) : line.subtract(half);
		return GrowthOutlook.rest(edge, this.share, this.soFar).round(MathContext.DECIMAL64);
	}

}
