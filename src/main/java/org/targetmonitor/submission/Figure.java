package org.targetmonitor.submission;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * One reported value as it was handed in, stored exactly as given.
 *
 * @param indicator the indicator's code
 * @param value the value in the indicator's unit; null with a level alone or "not
 * available"
 * @param level the level beside a growth rate, in the indicator's level unit
 * @param quarterValue the value of the single quarter, where it is published
 * @param status how firm it is
 * @param kind why an approved figure is revised
 * @param replaces the revision number it corrects, null for a first one
 * @param origin where it comes from
 * @param note an explanation; with "not available" the reason
 * @param statement how things stand, in a sentence; of tasks and commitments
 * @param evidence a link to evidence of that
 */
public record Figure(String indicator, @Nullable BigDecimal value, @Nullable BigDecimal level,
		@Nullable BigDecimal quarterValue, ObsStatus status, @Nullable RevisionKind kind, @Nullable Integer replaces,
		@Nullable String origin, @Nullable String note, @Nullable String statement, @Nullable String evidence) {

	/** A figure that says its number and nothing else. */
	public Figure(String indicator, @Nullable BigDecimal value, @Nullable BigDecimal level,
			@Nullable BigDecimal quarterValue, ObsStatus status, @Nullable RevisionKind kind,
			@Nullable Integer replaces, @Nullable String origin, @Nullable String note) {
		this(indicator, value, level, quarterValue, status, kind, replaces, origin, note, null, null);
	}

	/** The same as a revision of some kind. */
	public Figure with(RevisionKind revision) {
		return new Figure(this.indicator, this.value, this.level, this.quarterValue, this.status, revision,
				this.replaces, this.origin, this.note, this.statement, this.evidence);
	}

}
