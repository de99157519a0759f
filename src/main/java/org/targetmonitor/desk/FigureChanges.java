package org.targetmonitor.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.submission.Detail;
import org.targetmonitor.submission.Figure;

/**
 * What a figure says otherwise than an earlier one, from old to new.
 *
 * @param from the earlier one
 * @param to the later one
 * @param measurement how both are measured; null where that is not known
 */
public record FigureChanges(Figure from, Figure to, @Nullable Measurement measurement) {

	/** From old to new, where one of them is not there. */
	private static final String ARROW = "%s → %s";

	/**
	 * Something that differs.
	 *
	 * @param what what it is called
	 * @param words from old to new
	 */
	public record Line(Text what, Text words) {
	}

	/** How the value changed; empty where it did not. */
	Optional<Text> value() {
		if (this.from.extent() != null || this.to.extent() != null) {
			Text before = Amount.result(this.from, this.measurement);
			Text now = Amount.result(this.to, this.measurement);
			return before.equals(now) ? Optional.empty() : Optional.of(Text.format(ARROW, ARROW, before, now));
		}
		return amount(this.from.value(), this.to.value());
	}

	/** How the level changed, also where it vanished; empty where it did not. */
	Optional<Text> level() {
		return number(this.from.level(), this.to.level(), Amount::level, Amount::levelChange);
	}

	/** How the quarter's own value changed; empty where it did not. */
	Optional<Text> quarterValue() {
		return amount(this.from.quarterValue(), this.to.quarterValue());
	}

	/** How firm it was and is; empty where that did not change. */
	Optional<Text> status() {
		return (this.from.status() == this.to.status()) ? Optional.empty() : Optional.of(Text.format(ARROW, ARROW,
				this.from.status().words(this.measurement), this.to.status().words(this.measurement)));
	}

	/**
	 * What the earlier one said of something; null where that was nothing or the same. An
	 * earlier note explained another revision.
	 */
	@Nullable String former(Detail detail) {
		String former = (detail != Detail.NOTE) ? this.from.says(detail) : null;
		return Objects.equals(former, this.to.says(detail)) ? null : former;
	}

	/** All that differs, in the order in which a figure is read, but for notes. */
	List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		value().ifPresent((words) -> lines.add(new Line(new Text("数值", "Value"), words)));
		level().ifPresent((words) -> lines.add(new Line(new Text("总量", "Level"), words)));
		quarterValue().ifPresent((words) -> lines.add(new Line(new Text("当季", "Quarter alone"), words)));
		status().ifPresent((words) -> lines.add(new Line(new Text("数据状态", "Status"), words)));
		Detail.all()
			.filter((detail) -> detail != Detail.NOTE && !detail.isInPlaceOfValue())
			.filter((detail) -> !Objects.equals(this.from.says(detail), this.to.says(detail)))
			.forEach((detail) -> lines.add(new Line(detail.heading(),
					Text.format(ARROW, ARROW, said(this.from.says(detail)), said(this.to.says(detail))))));
		return lines;
	}

	private static Text said(@Nullable String text) {
		return Text.same((text != null) ? text : "—");
	}

	private Optional<Text> amount(@Nullable BigDecimal before, @Nullable BigDecimal now) {
		return number(before, now, Amount::of, Amount::change);
	}

	private Optional<Text> number(@Nullable BigDecimal before, @Nullable BigDecimal now, Words words, Change change) {
		if (before == null || now == null) {
			return (before == null && now == null) ? Optional.empty() : Optional
				.of(Text.format(ARROW, ARROW, words.of(before, this.measurement), words.of(now, this.measurement)));
		}
		return (before.compareTo(now) == 0) ? Optional.empty() : Optional.of(change.of(before, now, this.measurement));
	}

	/** Writes one number. */
	private interface Words {

		Text of(@Nullable BigDecimal number, @Nullable Measurement measurement);

	}

	/** Writes two numbers and what is between them. */
	private interface Change {

		Text of(BigDecimal before, BigDecimal now, @Nullable Measurement measurement);

	}

}
