package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.Period;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.submission.Review;
import org.targetmonitor.submission.Revision;
import org.targetmonitor.submission.RevisionKind;

/**
 * Figures as the ledger has them, each method one revision in a named state. Never
 * changed; each answers a new one.
 */
record Recorded(List<Revision> revisions) {

	Recorded {
		revisions = List.copyOf(revisions);
	}

	static Recorded nothing() {
		return new Recorded(List.of());
	}

	/** A preliminary value, approved at noon of the fifteenth day after its period. */
	Recorded approved(String indicator, String period, String value) {
		return approved(indicator, period, value, dayAfter(period));
	}

	/** A preliminary value, handed in and approved on a day. */
	Recorded approved(String indicator, String period, String value, String day) {
		return add(indicator, period, value, ObsStatus.P, null, day, review(true, day));
	}

	/** A later vintage, handed in and approved on a day. */
	Recorded verified(String indicator, String period, String value, String day) {
		return revised(indicator, period, value, RevisionKind.VERIFICATION, day);
	}

	/** The correction of a mistake, handed in and approved on a day. */
	Recorded corrected(String indicator, String period, String value, String day) {
		return revised(indicator, period, value, RevisionKind.CORRECTION, day);
	}

	/** Handed in on one day, approved on a later one. */
	Recorded approvedLater(String indicator, String period, String value, String day, String approvedOn) {
		return add(indicator, period, value, ObsStatus.P, null, day, review(true, approvedOn));
	}

	/** Handed in, and not yet reviewed. */
	Recorded waiting(String indicator, String period, String value) {
		return add(indicator, period, value, ObsStatus.P, null, dayAfter(period), null);
	}

	Recorded returned(String indicator, String period, String value) {
		return add(indicator, period, value, ObsStatus.P, null, dayAfter(period), review(false, dayAfter(period)));
	}

	/** "Not available", approved. */
	Recorded notAvailable(String indicator, String period, ObsStatus status, String reason) {
		return add(indicator, period, null, status, reason, dayAfter(period), review(true, dayAfter(period)));
	}

	/** A rate with the level beside it and the single quarter's value, approved. */
	Recorded withLevel(String indicator, String period, String value, @Nullable String level,
			@Nullable String quarterValue) {
		List<Revision> all = new ArrayList<>(this.revisions);
		Figure figure = new Figure(indicator, new BigDecimal(value), (level != null) ? new BigDecimal(level) : null,
				(quarterValue != null) ? new BigDecimal(quarterValue) : null, ObsStatus.P, null, null, null, null);
		all.add(revision(figure, period, dayAfter(period), review(true, dayAfter(period))));
		return new Recorded(all);
	}

	/** A level without a rate, approved. */
	Recorded levelAlone(String indicator, String period, String level) {
		List<Revision> all = new ArrayList<>(this.revisions);
		Figure figure = new Figure(indicator, null, new BigDecimal(level), null, ObsStatus.P, null, null, null, null);
		all.add(revision(figure, period, dayAfter(period), review(true, dayAfter(period))));
		return new Recorded(all);
	}

	/** What was published without an exact number, approved. */
	Recorded publishedAs(String indicator, String period, String extent) {
		List<Revision> all = new ArrayList<>(this.revisions);
		Figure figure = new Figure(indicator, null, null, null, ObsStatus.P, null, null, Map.of(Detail.EXTENT, extent));
		all.add(revision(figure, period, dayAfter(period), review(true, dayAfter(period))));
		return new Recorded(all);
	}

	/** Came out on a day, was handed in and approved on a later one. */
	Recorded published(String indicator, String period, String value, String came, String day) {
		List<Revision> all = new ArrayList<>(this.revisions);
		Figure figure = new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.P, null, null,
				Map.of(Detail.PUBLISHED, came));
		all.add(revision(figure, period, day, review(true, day)));
		return new Recorded(all);
	}

	Figures figures() {
		return new Figures(this.revisions).publishedIn(ZoneId.of("Asia/Shanghai"));
	}

	private Recorded revised(String indicator, String period, String value, RevisionKind kind, String day) {
		List<Revision> all = new ArrayList<>(this.revisions);
		Figure figure = new Figure(indicator, new BigDecimal(value), null, null, ObsStatus.A, kind, 1, null, null);
		all.add(revision(figure, period, day, review(true, day)));
		return new Recorded(all);
	}

	private Recorded add(String indicator, String period, @Nullable String value, ObsStatus status,
			@Nullable String note, String day, @Nullable Review review) {
		List<Revision> all = new ArrayList<>(this.revisions);
		BigDecimal number = (value != null) ? new BigDecimal(value) : null;
		Figure figure = new Figure(indicator, number, null, null, status, null, null, null, note);
		all.add(revision(figure, period, day, review));
		return new Recorded(all);
	}

	private Revision revision(Figure figure, String code, String day, @Nullable Review review) {
		Period period = Period.parse(code).orElseThrow();
		long before = this.revisions.stream()
			.filter((revision) -> revision.indicator().equals(figure.indicator()) && revision.period().equals(period))
			.count();
		Instant moment = Area.noonOf(day);
		return new Revision(period, (int) before + 1, figure, new UUID(0, this.revisions.size()), "staff", null, moment,
				moment, review);
	}

	private static Review review(boolean approved, String day) {
		return new Review(approved, approved ? null : "请核实", "reviewer", Area.noonOf(day), Area.noonOf(day));
	}

	private static String dayAfter(String period) {
		return Period.parse(period).orElseThrow().end().plusDays(14).toString();
	}

}
