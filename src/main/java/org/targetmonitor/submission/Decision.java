package org.targetmonitor.submission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Text;

/**
 * What a reviewer wants done with the figures of a submission: with all, or with some.
 */
public sealed interface Decision {

	/** Longer reasons are refused. */
	int LONGEST_REASON = 2000;

	/** What is done with each. */
	Transition.Action action();

	/** The indicators it is about; empty for all that wait. */
	Set<String> indicators();

	/** Why a figure is returned; null for an approval. */
	@Nullable String reason(String indicator);

	/**
	 * Approves figures.
	 *
	 * @param indicators which; empty for all that wait
	 */
	record Approval(Set<String> indicators) implements Decision {

		public Approval {
			indicators = Set.copyOf(indicators);
		}

		@Override
		public Transition.Action action() {
			return Transition.Action.APPROVE;
		}

		@Override
		public @Nullable String reason(String indicator) {
			return null;
		}

	}

	/**
	 * Returns all that wait.
	 *
	 * @param reason why, for the department
	 */
	record ReturnOfAll(@Nullable String reason) implements Decision {

		@Override
		public Transition.Action action() {
			return Transition.Action.RETURN;
		}

		@Override
		public Set<String> indicators() {
			return Set.of();
		}

		@Override
		public @Nullable String reason(String indicator) {
			return this.reason;
		}

	}

	/**
	 * Returns some figures.
	 *
	 * @param reasons why, by indicator, for the department
	 */
	record ReturnOfSome(Map<String, String> reasons) implements Decision {

		public ReturnOfSome {
			reasons = new LinkedHashMap<>(reasons);
		}

		@Override
		public Transition.Action action() {
			return Transition.Action.RETURN;
		}

		@Override
		public Set<String> indicators() {
			return new LinkedHashSet<>(this.reasons.keySet());
		}

		@Override
		public @Nullable String reason(String indicator) {
			return this.reasons.get(indicator);
		}

	}

	/** What is wrong with it, whatever it is decided about. */
	default List<Fault> faults() {
		List<Fault> faults = new ArrayList<>();
		if (action() == Transition.Action.RETURN) {
			(indicators().isEmpty() ? Set.of("") : indicators())
				.forEach((indicator) -> faults.addAll(faults(indicator, reason(indicator))));
		}
		return faults;
	}

	private static List<Fault> faults(String indicator, @Nullable String reason) {
		if (reason == null || reason.isBlank()) {
			return List.of(Fault.of(indicator, "reason", "required", new Text("退回须说明原因", "a return needs a reason")));
		}
		if (reason.length() > LONGEST_REASON) {
			return List.of(Fault.of(indicator, "reason", "text",
					Text.format("原因过长（最多%d字）", "the reason is longer than %d characters", LONGEST_REASON)));
		}
		return List.of();
	}

}
