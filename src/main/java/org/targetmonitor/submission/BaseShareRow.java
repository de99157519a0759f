package org.targetmonitor.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/**
 * One base share as it is handed in.
 *
 * @param line the line it stands on, 0 where it stands on none
 * @param indicator the indicator's code
 * @param period the period of the plan's year
 * @param share what part of the base year was reached by it
 * @param knownFrom the local day from which it counts as known; null for now
 * @param origin where it comes from
 */
public record BaseShareRow(int line, String indicator, Period period, BigDecimal share, @Nullable LocalDate knownFrom,
		String origin) {

	/** What was read, or what is wrong with it. */
	public record Reading(List<BaseShareRow> rows, List<Fault> faults) {
	}

	/** Reads rows one after the other. */
	public static final class Reader implements Consumer<Node> {

		private final String plan;

		private final List<BaseShareRow> rows = new ArrayList<>();

		private final List<Fault> faults = new ArrayList<>();

		/**
		 * Begins with none.
		 * @param plan the plan they are handed in for
		 */
		public Reader(String plan) {
			this.plan = plan;
		}

		/**
		 * Takes a mapping with {@code indicator}, {@code period}, {@code share},
		 * {@code origin} and, where it is known already, {@code known-from}; a
		 * {@code plan} beside them must be the one they are handed in for.
		 */
		@Override
		public void accept(Node item) {
			read(item, this.plan, this.faults).ifPresent(this.rows::add);
		}

		/** All that was taken; not even one is a fault, too. */
		public Reading reading() {
			return (this.rows.isEmpty() && this.faults.isEmpty()) ? new Reading(List.of(), List.of(none()))
					: new Reading(Collections.unmodifiableList(this.rows), List.copyOf(this.faults));
		}

	}

	/** Reads a list of them. */
	public static Reading read(Node document, String plan) {
		if (!(document instanceof Node.Sequence list)) {
			return new Reading(List.of(), List.of(none()));
		}
		Reader reader = new Reader(plan);
		list.items().forEach(reader);
		return reader.reading();
	}

	private static Fault none() {
		return Fault.of("", "base-shares", "list",
				new Text("应为至少一行基期比重的列表", "must be a list of one base share or more"));
	}

	private static Optional<BaseShareRow> read(Node item, String plan, List<Fault> faults) {
		int before = faults.size();
		String subject = (item instanceof Node.Mapping mapping
				&& mapping.entries().get("indicator") instanceof Node.Scalar code) ? code.text() : "";
		Fields fields = Fields.of(item, subject, "base-shares", faults);
		fields.text("plan")
			.filter((other) -> !other.equals(plan))
			.ifPresent((other) -> fields.fault("plan", "plan",
					Text.format("这一行是计划“%s”的", "this row is of plan \"%s\"", other)));
		String indicator = fields.requiredText("indicator");
		String code = fields.requiredText("period");
		Optional<Period> period = Period.parse(code);
		if (period.isEmpty() && !code.isEmpty()) {
			fields.fault("period", "period",
					Text.format("“%s”不是报告期，应如 2024-Q3", "\"%s\" is no period like 2024-Q3", code));
		}
		BigDecimal share = fields.requiredNumber("share");
		LocalDate knownFrom = fields.has("known-from") ? fields.requiredDate("known-from").orElse(null) : null;
		String origin = fields.requiredText("origin");
		fields.refuseOthers();
		return (faults.size() > before) ? Optional.empty()
				: period.map((known) -> new BaseShareRow(item.line(), indicator, known, share, knownFrom, origin));
	}

}
