package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
 * @param details what it says beside that; what it does not say is absent
 */
public record Figure(String indicator, @Nullable BigDecimal value, @Nullable BigDecimal level,
		@Nullable BigDecimal quarterValue, ObsStatus status, @Nullable RevisionKind kind, @Nullable Integer replaces,
		Map<Detail, String> details) {

	public Figure {
		details = Map.copyOf(details);
	}

	/** A figure that says where it comes from and explains itself. */
	public Figure(String indicator, @Nullable BigDecimal value, @Nullable BigDecimal level,
			@Nullable BigDecimal quarterValue, ObsStatus status, @Nullable RevisionKind kind,
			@Nullable Integer replaces, @Nullable String origin, @Nullable String note) {
		this(indicator, value, level, quarterValue, status, kind, replaces, origin, note, null, null);
	}

	/** A figure of a task or commitment. */
	public Figure(String indicator, @Nullable BigDecimal value, @Nullable BigDecimal level,
			@Nullable BigDecimal quarterValue, ObsStatus status, @Nullable RevisionKind kind,
			@Nullable Integer replaces, @Nullable String origin, @Nullable String note, @Nullable String statement,
			@Nullable String evidence) {
		this(indicator, value, level, quarterValue, status, kind, replaces, details((detail) -> switch (detail) {
			case ORIGIN -> origin;
			case NOTE -> note;
			case STATEMENT -> statement;
			case EVIDENCE -> evidence;
			default -> null;
		}));
	}

	/** What is said of each, as far as something is. */
	public static Map<Detail, String> details(Function<Detail, @Nullable String> said) {
		Map<Detail, String> details = new EnumMap<>(Detail.class);
		Detail.all().forEach((detail) -> {
			String text = said.apply(detail);
			if (text != null) {
				details.put(detail, detail.kept(text));
			}
		});
		return details;
	}

	/** What it says of something; null where it says nothing. */
	public @Nullable String says(Detail detail) {
		return this.details.get(detail);
	}

	/**
	 * What it says something of beside its result, in the order in which it is read: how
	 * things stand first.
	 */
	public List<Detail> saying() {
		return Detail.all()
			.filter((detail) -> this.details.containsKey(detail) && !detail.isInPlaceOfValue())
			.sorted(Comparator.comparing(Detail::isStated).reversed())
			.toList();
	}

	/** Where it comes from. */
	public @Nullable String origin() {
		return says(Detail.ORIGIN);
	}

	/** An explanation; with "not available" the reason. */
	public @Nullable String note() {
		return says(Detail.NOTE);
	}

	/** The result as published without an exact number, in place of a value. */
	public @Nullable String extent() {
		return says(Detail.EXTENT);
	}

	/** Whether it gives a result, exact or not. */
	public boolean hasResult() {
		return this.value != null || extent() != null;
	}

	/** How things stand, in a sentence; of tasks and commitments. */
	public @Nullable String statement() {
		return says(Detail.STATEMENT);
	}

	/** A link to evidence of that. */
	public @Nullable String evidence() {
		return says(Detail.EVIDENCE);
	}

	/** The same of an indicator that is called otherwise. */
	Figure under(String other) {
		return new Figure(other, this.value, this.level, this.quarterValue, this.status, this.kind, this.replaces,
				this.details);
	}

	/** The level that it carries, as if that were its value. */
	Figure levelAlone() {
		Map<Detail, String> others = new HashMap<>(this.details);
		others.remove(Detail.EXTENT);
		return new Figure(this.indicator, this.level, null, null, this.status, this.kind, this.replaces, others);
	}

	/** The same as if it had an exact value. */
	Figure having(BigDecimal exact) {
		Map<Detail, String> others = new HashMap<>(this.details);
		others.remove(Detail.EXTENT);
		return new Figure(this.indicator, exact, this.level, this.quarterValue, this.status, this.kind, this.replaces,
				others);
	}

	/** The same as a revision of some kind. */
	public Figure with(RevisionKind revision) {
		return new Figure(this.indicator, this.value, this.level, this.quarterValue, this.status, revision,
				this.replaces, this.details);
	}

}
