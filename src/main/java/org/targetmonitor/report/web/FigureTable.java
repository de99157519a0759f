package org.targetmonitor.report.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.report.FigureRow;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;

/**
 * A plan's figures with all their revisions as rows.
 *
 * @param plan the plan
 * @param rows the revisions by indicator, period and number
 */
record FigureTable(Plan plan, List<Row> rows) {

	FigureTable {
		rows = List.copyOf(rows);
	}

	/**
	 * One revision.
	 *
	 * @param previous the value of the newest of the revisions before it that the reader
	 * sees, null where there is none
	 * @param knownFrom from when the revision counts as handed in
	 * @param decidedAt from when the decision about it counts, null where nobody decided:
	 * at a moment that figure is in force which has the highest revision of those
	 * approved with {@code decidedAt} not after it
	 * @param details what it says beside its number, each under its own key
	 */
	record Row(UUID submission, String indicator, Text name, String unit, @Nullable String levelUnit, String period,
			int revision, boolean inForce, @Nullable BigDecimal value, @Nullable BigDecimal previous,
			@Nullable BigDecimal level, @Nullable BigDecimal quarterValue, String status, @Nullable String kind,
			@Nullable String reason, String state, Text stateWords, String author, Instant recordedAt,
			Instant knownFrom, @Nullable Instant decidedAt, @Nullable String reviewer, @Nullable String reviewReason,
			@JsonAnyGetter Map<String, @Nullable String> details) {

		private static Row of(Plan plan, FigureRow row) {
			Revision revision = row.revision();
			Figure figure = revision.figure();
			Optional<Target> target = plan.target(revision.indicator());
			Optional<Measurement> measurement = target.map(Target::measurement);
			Optional<Review> review = Optional.ofNullable(revision.review());
			return new Row(revision.submission(), revision.indicator(),
					target.map(Target::name).orElse(Text.same(revision.indicator())),
					measurement.map(Measurement::unit).orElse(""), measurement.map(Measurement::levelUnit).orElse(null),
					revision.period().toString(), revision.number(), row.inForce(), revision.value(), row.previous(),
					figure.level(), figure.quarterValue(), figure.status().name(),
					Optional.ofNullable(figure.kind()).map(RevisionKind::key).orElse(null), revision.reason(),
					revision.state().key(), revision.state().words(), revision.author(), revision.recordedAt(),
					revision.knownFrom(), revision.decidedAt(), review.map(Review::reviewer).orElse(null),
					review.map(Review::reason).orElse(null), details(figure));
		}

		/** By their keys, also those of which nothing is said. */
		private static Map<String, @Nullable String> details(Figure figure) {
			Map<String, @Nullable String> details = new LinkedHashMap<>();
			Detail.all().forEach((detail) -> details.put(detail.key(), figure.says(detail)));
			return details;
		}

	}

	/** Makes the table of the figures as they are known. */
	static FigureTable of(Plan plan, Figures figures) {
		return new FigureTable(plan, FigureRow.of(figures).stream().map((row) -> Row.of(plan, row)).toList());
	}

}
