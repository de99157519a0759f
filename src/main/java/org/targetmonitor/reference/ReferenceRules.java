package org.targetmonitor.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.PeriodWords;

/** Why reference figures are refused; each rule answers by itself. */
final class ReferenceRules {

	private static final int LONGEST_REASON = 500;

	private final ReferenceFigures stored;

	private final @Nullable String reason;

	private final LocalDate today;

	/**
	 * @param stored what is there already
	 * @param reason why something is corrected; null where nothing was said
	 * @param today the local day
	 */
	ReferenceRules(ReferenceFigures stored, @Nullable String reason, LocalDate today) {
		this.stored = stored;
		this.reason = reason;
		this.today = today;
	}

	/** Every reason against these rows. */
	List<Fault> faults(List<ReferenceRow> rows) {
		List<Fault> faults = new ArrayList<>();
		if (this.reason != null && !Fields.isText(this.reason, LONGEST_REASON)) {
			faults.add(Fault.of("", "reason", "text", Text.format("原因最多%d字，不能有控制字符",
					"a reason has at most %d characters and no control characters", LONGEST_REASON)));
		}
		rows.forEach((row) -> {
			period(row).ifPresent(faults::add);
			published(row).ifPresent(faults::add);
			reason(row).ifPresent(faults::add);
		});
		faults.addAll(twice(rows));
		return faults;
	}

	/** Rows that correct another revision than the newest one. */
	List<Fault> stale(List<ReferenceRow> rows) {
		return rows.stream().filter((row) -> !standsThere(row)).flatMap((row) -> stale(row).stream()).toList();
	}

	/** Whether the same figure stands there already, published the same way. */
	boolean standsThere(ReferenceRow row) {
		return this.stored.of(row.place())
			.filter((before) -> before.value().compareTo(row.value()) == 0 && before.unit().equals(row.unit())
					&& before.status() == row.status() && before.origin().equals(row.origin())
					&& before.published().equals(row.published())
					&& (row.areaName() == null || row.areaName().equals(before.areaName())))
			.isPresent();
	}

	private Optional<Fault> period(ReferenceRow row) {
		return row.place().period().hasEnded(this.today) ? Optional.empty() : fault(row, "period", "not-ended",
				Text.format("%s尚未结束", "%s has not ended", PeriodWords.named(row.place().period())));
	}

	private Optional<Fault> published(ReferenceRow row) {
		if (row.published().isAfter(this.today)) {
			return fault(row, "published", "future", new Text("发布日期不能晚于今天", "is not later than today"));
		}
		return row.published().isBefore(row.place().period().end()) ? fault(row, "published", "early",
				Text.format("发布日期不能早于%s结束", "is not before %s has ended", PeriodWords.named(row.place().period())))
				: Optional.empty();
	}

	private Optional<Fault> reason(ReferenceRow row) {
		boolean corrects = this.stored.of(row.place()).isPresent() && !standsThere(row);
		return (corrects && this.reason == null) ? fault(row, "reason", "required", Text.format("%s已有不同的数据，更正须说明原因",
				"%s has another figure already: a correction needs a reason", PeriodWords.named(row.place().period())))
				: Optional.empty();
	}

	private Optional<Fault> stale(ReferenceRow row) {
		int newest = this.stored.of(row.place()).map(ReferenceFigure::number).orElse(0);
		Integer replaces = row.replaces();
		return (replaces == null || replaces == newest) ? Optional.empty() : fault(row, "replaces", "stale",
				(newest == 0) ? new Text("没有可更正的数据", "there is no figure to correct") : Text
					.format("此数据已有第%d版，请核对后重新更正", "there is revision %d by now: look again, then correct", newest));
	}

	private static List<Fault> twice(List<ReferenceRow> rows) {
		Set<Object> seen = new HashSet<>();
		return rows.stream()
			.filter((row) -> !seen.add(row.place()))
			.flatMap((row) -> fault(row, "period", "duplicate",
					Text.format("%s出现了两次", "%s is there twice", PeriodWords.named(row.place().period())))
				.stream())
			.toList();
	}

	private static Optional<Fault> fault(ReferenceRow row, String field, String rule, Text reason) {
		return Optional
			.of(new Fault(row.line(), row.place().area() + " " + row.place().indicator(), field, rule, reason));
	}

}
