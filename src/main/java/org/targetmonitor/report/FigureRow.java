package org.targetmonitor.report;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Revision;

/**
 * One revision as exports and the page of its indicator list it: old → new.
 *
 * @param revision the revision
 * @param before the newest of the revisions before it that the reader sees, null where
 * there is none
 * @param inForce whether it is the one in force
 */
public record FigureRow(Revision revision, @Nullable Revision before, boolean inForce) {

	/** Every revision, by indicator, period and number. */
	public static List<FigureRow> of(Figures figures) {
		return figures.revisions().stream().map((revision) -> of(revision, figures)).toList();
	}

	/** The revisions of one indicator, the newest first. */
	public static List<FigureRow> of(String indicator, Figures figures) {
		return figures.of(indicator).stream().map((revision) -> of(revision, figures)).toList().reversed();
	}

	private static FigureRow of(Revision revision, Figures figures) {
		List<Revision> before = figures.before(revision);
		return new FigureRow(revision, before.isEmpty() ? null : before.getLast(),
				revision.equals(figures.approved(revision.indicator()).get(revision.period())));
	}

	/** The value before; null where there is none. */
	public @Nullable BigDecimal previous() {
		return (this.before != null) ? this.before.value() : null;
	}

	/** Value less the one before, with its sign; null where one of them is not there. */
	public @Nullable String difference() {
		BigDecimal now = this.revision.value();
		BigDecimal old = previous();
		if (now == null || old == null) {
			return null;
		}
		BigDecimal difference = now.subtract(old);
		return (difference.signum() != 0) ? SignedWords.signed(difference) : "0";
	}

}
