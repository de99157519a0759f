package org.targetmonitor.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;

/**
 * Every revision of one indicator's figures: who, when, old → new, why; the newest first.
 *
 * @param target the indicator with its target
 * @param unit the unit as it stands behind a number
 * @param entries the revisions
 */
public record FigureHistory(Target target, String unit, List<Entry> entries) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	/**
	 * One revision.
	 *
	 * @param before the value of the newest of the revisions before it that the reader
	 * sees, empty where there is none
	 * @param value the value, empty where there is none
	 * @param difference value less before with its sign, empty where one of them is not
	 * there
	 * @param recordedAt the plan's local time; {@code knownFrom} where it counts from an
	 * earlier moment (补录)
	 * @param reviewedAt the same of the decision, with {@code decidedAt} where that
	 * counts from an earlier moment
	 * @param figure the figure as it was handed in
	 */
	public record Entry(String period, int number, boolean first, boolean inForce, String before, String value,
			String difference, @Nullable String level, @Nullable String quarterValue, Text status, @Nullable Text kind,
			@Nullable String reason, String author, String authorName, String recordedAt, @Nullable String knownFrom,
			String state, Text stateWords, @Nullable String reviewer, @Nullable String reviewerName,
			@Nullable String reviewedAt, @Nullable String decidedAt, @Nullable String returnReason, Figure figure) {
	}

	public FigureHistory {
		entries = List.copyOf(entries);
	}

	/**
	 * Makes the history of an indicator out of the figures that are known.
	 * @param names the name shown of an account
	 * @return empty if the plan has no such target
	 */
	public static Optional<FigureHistory> of(Plan plan, String indicator, Figures figures,
			UnaryOperator<String> names) {
		return plan.target(indicator).map((target) -> {
			List<Entry> entries = figures.of(indicator)
				.stream()
				.map((revision) -> entry(revision, figures, plan.zone(), names))
				.toList()
				.reversed();
			return new FigureHistory(target, unit(target), entries);
		});
	}

	private static Entry entry(Revision revision, Figures figures, ZoneId zone, UnaryOperator<String> names) {
		List<Revision> before = figures.before(revision);
		BigDecimal old = before.isEmpty() ? null : before.getLast().value();
		BigDecimal now = revision.value();
		Review review = revision.review();
		boolean inForce = revision.equals(figures.approved(revision.indicator()).get(revision.period()));
		return new Entry(revision.period().toString(), revision.number(), before.isEmpty(), inForce, said(old),
				said(now), (old != null && now != null) ? signed(now.subtract(old)) : "",
				plain(revision.figure().level()), plain(revision.figure().quarterValue()),
				revision.figure().status().words(),
				Optional.ofNullable(revision.figure().kind()).map((kind) -> kind.words()).orElse(null),
				revision.reason(), revision.author(), names.apply(revision.author()),
				local(revision.recordedAt(), zone), earlier(revision.knownFrom(), revision.recordedAt(), zone),
				revision.state().key(), revision.state().words(), (review != null) ? review.reviewer() : null,
				(review != null) ? names.apply(review.reviewer()) : null,
				(review != null) ? local(review.recordedAt(), zone) : null,
				(review != null) ? earlier(review.knownFrom(), review.recordedAt(), zone) : null,
				(review != null) ? review.reason() : null, revision.figure());
	}

	private static @Nullable String earlier(Instant counts, Instant recorded, ZoneId zone) {
		return counts.isBefore(recorded) ? local(counts, zone) : null;
	}

	private static String unit(Target target) {
		Measurement measurement = target.measurement();
		return (measurement == null) ? "" : measurement.unitSign();
	}

	private static String local(Instant moment, ZoneId zone) {
		return LOCAL.format(moment.atZone(zone));
	}

	private static @Nullable String plain(@Nullable BigDecimal value) {
		return (value != null) ? Numbers.plain(value) : null;
	}

	private static String said(@Nullable BigDecimal value) {
		return (value != null) ? Numbers.plain(value) : "";
	}

	private static String signed(BigDecimal difference) {
		return switch (difference.signum()) {
			case 1 -> "+" + Numbers.plain(difference);
			case -1 -> "−" + Numbers.plain(difference.abs());
			default -> "0";
		};
	}

}
