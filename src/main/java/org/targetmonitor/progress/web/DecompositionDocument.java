package org.targetmonitor.progress.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Decomposition;
import org.targetmonitor.progress.RollUp;
import org.targetmonitor.progress.TargetProgress;

/**
 * A target's parts as the API answers them; how each part stands is among the plan's
 * {@code parts}.
 *
 * @param allocated what the parts' numbers come to
 * @param difference allocated − the whole's number, 0 within the tolerance
 * @param allocation that in words
 * @param parts the parts' codes
 * @param rollUps what their figures come to, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecompositionDocument(@Nullable String allocated, @Nullable String difference, Text allocation,
		List<String> parts, List<Sum> rollUps) {

	/**
	 * What the parts come to in one period; {@code complete} where no part is missing:
	 * else it is no figure of the whole.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Sum(String period, @Nullable String value, boolean complete, List<String> missing, @Nullable String own,
			@Nullable String difference, String weighing, Text words) {

		static Sum of(Decomposition decomposition, RollUp rollUp) {
			return new Sum(rollUp.period().toString(), plain(rollUp.value()), rollUp.isComplete(),
					rollUp.missing().stream().map(Target::indicator).toList(), plain(rollUp.own()),
					plain(rollUp.difference().orElse(null)), rollUp.weighing().name().toLowerCase(Locale.ROOT),
					decomposition.words(rollUp));
		}

	}

	static @Nullable DecompositionDocument of(Optional<Decomposition> found) {
		return found
			.map((decomposition) -> new DecompositionDocument(plain(decomposition.allocation().total()),
					plain(decomposition.allocation().difference()), decomposition.allocationWords(),
					decomposition.parts().stream().map(TargetProgress::indicator).toList(),
					decomposition.rollUps().stream().map((rollUp) -> Sum.of(decomposition, rollUp)).toList()))
			.orElse(null);
	}

	private static @Nullable String plain(@Nullable BigDecimal number) {
		return (number != null) ? ProgressDocument.ratio(number) : null;
	}

}
