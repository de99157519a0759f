package org.targetmonitor.submission;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;

/**
 * Figures handed in together for one period.
 *
 * @param period the period
 * @param reason why, where it revises something
 * @param figures the figures, at least one
 */
public record Submission(Period period, @Nullable String reason, List<Figure> figures) {

	public Submission {
		figures = List.copyOf(figures);
	}

}
