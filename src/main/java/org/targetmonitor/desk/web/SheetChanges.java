package org.targetmonitor.desk.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;

/** What a figure says other than the one before it. */
final class SheetChanges {

	private static final List<Detail> DETAILS = Stream
		.concat(Detail.all().filter((detail) -> detail != Detail.NOTE), Stream.of(Detail.NOTE))
		.toList();

	private final List<SheetPreview.Change> changes = new ArrayList<>();

	private SheetChanges() {
	}

	/**
	 * The fields that differ. An origin that a sheet leaves blank is kept from the figure
	 * before. A note is not, for it explained that one: it is shown as taken away, unless
	 * nothing else differs, when nothing is handed in at all.
	 * @param before the newest figure, null where there is none
	 */
	static List<SheetPreview.Change> of(@Nullable Figure before, Figure after, @Nullable Measurement measurement,
			Locale locale) {
		SheetChanges found = new SheetChanges();
		found.number("value", (before != null) ? before.value() : null, after.value());
		found.number("level", (before != null) ? before.level() : null, after.level());
		found.number("quarter-value", (before != null) ? before.quarterValue() : null, after.quarterValue());
		found.text("status", (before != null) ? before.status().words(measurement).in(locale) : null,
				after.status().words(measurement).in(locale));
		for (Detail detail : DETAILS) {
			found.text(detail.key(), (before != null) ? before.says(detail) : null, after.says(detail));
		}
		if (before != null && !found.changes.isEmpty()) {
			found.lost(before, after);
		}
		return found.changes;
	}

	/**
	 * All fields, of a figure that is handed in again unchanged, with what it loses.
	 */
	static List<SheetPreview.Change> again(Figure before, Figure after, @Nullable Measurement measurement,
			Locale locale) {
		SheetChanges found = new SheetChanges();
		found.changes.addAll(of(null, after, measurement, locale));
		found.lost(before, after);
		return found.changes;
	}

	private void lost(Figure before, Figure after) {
		DETAILS.stream().filter((detail) -> detail != Detail.ORIGIN).forEach((detail) -> {
			String said = before.says(detail);
			if (said != null && after.says(detail) == null) {
				add(detail.key(), said, "", "");
			}
		});
	}

	private void number(String field, @Nullable BigDecimal before, @Nullable BigDecimal after) {
		boolean same = (before != null && after != null) ? before.compareTo(after) == 0
				: (before == null && after == null);
		if (!same) {
			String difference = (before != null && after != null) ? signed(after.subtract(before)) : "";
			add(field, plain(before), plain(after), difference);
		}
	}

	private void text(String field, @Nullable String before, @Nullable String after) {
		if (after != null && !after.equals(before)) {
			add(field, Objects.requireNonNullElse(before, ""), after, "");
		}
	}

	private void add(String field, String before, String after, String difference) {
		this.changes.add(new SheetPreview.Change(FieldWords.of(field), before, after, difference));
	}

	private static String plain(@Nullable BigDecimal number) {
		return (number == null) ? "" : Numbers.plain(number);
	}

	private static String signed(BigDecimal number) {
		return (number.signum() < 0) ? "−" + Numbers.plain(number.abs()) : "+" + Numbers.plain(number);
	}

}
