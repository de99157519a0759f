package org.targetmonitor.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;

/**
 * Records base shares handed in together: all rules are asked, then all are appended, or
 * none. A share that stands there already is left alone.
 */
public final class BaseShareImport {

	private final BaseShareLedger ledger;

	public BaseShareImport(BaseShareLedger ledger) {
		this.ledger = ledger;
	}

	/** What became of it. */
	public sealed interface Result {

		/** Recorded; empty where everything stood there already. */
		record Recorded(List<BaseShare> revisions) implements Result {

			public Recorded {
				revisions = List.copyOf(revisions);
			}

		}

		/** Refused, with every reason; nothing is stored. */
		record Refused(List<Fault> faults) implements Result {

			public Refused {
				faults = List.copyOf(faults);
			}

		}

		/** There is no such plan. */
		record NoSuchPlan() implements Result {
		}

	}

	/**
	 * Records shares of one plan.
	 * @param reason why; must be there if a share differs from the one recorded
	 */
	public Result record(String plan, List<BaseShareRow> rows, @Nullable String reason, String author) {
		String why = (reason == null || reason.isBlank()) ? null : reason.strip();
		Optional<Result> result = this.ledger.write(plan, (writer) -> record(writer, rows, why, author));
		return result.orElseGet(Result.NoSuchPlan::new);
	}

	private static Result record(BaseShareLedger.Writer writer, List<BaseShareRow> rows, @Nullable String reason,
			String author) {
		BaseShares stored = writer.shares();
		BaseShareRules rules = new BaseShareRules(writer.plan(), stored, reason, writer.now());
		List<Fault> faults = rules.faults(rows);
		if (!faults.isEmpty()) {
			return new Result.Refused(faults);
		}
		List<BaseShare> revisions = rows.stream()
			.filter((row) -> !rules.standsThere(row))
			.map((row) -> revision(writer, stored, row, reason, author))
			.toList();
		if (!revisions.isEmpty()) {
			writer.append(revisions);
		}
		return new Result.Recorded(revisions);
	}

	/**
	 * A first share may have been known earlier; a correction counts from its recording,
	 * whatever day it names, so that what was said before stays as it was said.
	 */
	private static BaseShare revision(BaseShareLedger.Writer writer, BaseShares stored, BaseShareRow row,
			@Nullable String reason, String author) {
		Instant now = writer.now();
		int before = stored.of(row.indicator(), row.period()).map(BaseShare::number).orElse(0);
		Instant knownFrom = (before > 0 || row.knownFrom() == null) ? now
				: row.knownFrom().atStartOfDay(writer.plan().zone()).toInstant();
		return new BaseShare(row.indicator(), row.period(), before + 1, row.share(), row.origin().strip(),
				(before == 0) ? null : reason, author, now, knownFrom);
	}

}
