package org.targetmonitor.progress.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.WhatIf;
import org.targetmonitor.progress.WhatIfWords;

/**
 * Which rest of the year meets a target, as the API answers it: numbers in the
 * indicator's unit, unrounded but for the tenth decimal.
 *
 * @param plan the plan
 * @param indicator the indicator
 * @param estimate always true: this is this system's own calculation
 * @param from the period that the rest goes on from
 * @param rest what is left of the year
 * @param unit the unit of every number
 * @param thresholds from which rest of the year on the target is met
 * @param other the same by the other one of two conditions, which is to be met, too;
 * absent without one, and where no rest of the year answers it
 * @param year where the year ends with the value that was asked about
 * @param missing why there is no answer, where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhatIfDocument(String plan, String indicator, boolean estimate, @Nullable String from, @Nullable Text rest,
		@Nullable String unit, @Nullable Thresholds thresholds, @Nullable Other other, @Nullable YearEnd year,
		List<Text> missing) {

	/**
	 * The other one of two conditions.
	 *
	 * @param condition what it asks for
	 * @param unit the unit of its numbers
	 * @param thresholds the edges of what meets it
	 */
	record Other(Text condition, String unit, Thresholds thresholds) {
	}

	/**
	 * The edges of what meets a target.
	 *
	 * @param met the rest of the year at which the year is published as just met
	 * @param reached the same for the goal's number itself; absent without a tolerance
	 * @param required what brings the goal's number before rounding: r
	 * @param words both in words, rounded
	 * @param exactly what that rounding hides; absent of quantities
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Thresholds(String met, @Nullable String reached, String required, Text words, @Nullable Text exactly) {
	}

	/**
	 * Where the year ends.
	 *
	 * @param value the rest of the year
	 * @param unrounded the year
	 * @param published the year as published, which is what is judged
	 * @param done the share of the goal's number, of quantities
	 * @param margin in percentage points
	 * @param met whether the goal is met
	 * @param status achieved or missed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record YearEnd(String value, String unrounded, String published, @Nullable String done, String margin, boolean met,
			String status, Text statusWords, Text words) {
	}

	/**
	 * The answer about a target.
	 * @param value the rest of the year asked about; null for the thresholds alone
	 */
	static WhatIfDocument of(String plan, TargetProgress progress, @Nullable BigDecimal value) {
		return WhatIf.of(progress)
			.map((whatIf) -> of(plan, progress, whatIf, value))
			.orElseGet(() -> new WhatIfDocument(plan, progress.indicator(), true, null, null, null, null, null, null,
					OutlookWords.whyNone(progress)));
	}

	private static WhatIfDocument of(String plan, TargetProgress progress, WhatIf whatIf, @Nullable BigDecimal value) {
		WhatIfWords words = new WhatIfWords(whatIf);
		return new WhatIfDocument(plan, progress.indicator(), true, whatIf.period().toString(),
				OutlookWords.rest(progress.target(), whatIf.period()), whatIf.unit(), thresholds(whatIf),
				whatIf.otherWords()
					.flatMap((condition) -> whatIf.other()
						.map((other) -> new Other(condition, other.unit(), thresholds(other))))
					.orElse(null),
				(value != null) ? year(whatIf.year(value), words) : null, List.of());
	}

	private static Thresholds thresholds(WhatIf whatIf) {
		WhatIfWords words = new WhatIfWords(whatIf);
		return new Thresholds(OutlookDocument.plain(whatIf.met()),
				Optional.ofNullable(whatIf.reached()).map(OutlookDocument::plain).orElse(null),
				OutlookDocument.plain(whatIf.required()), words.thresholds(), words.exactly().orElse(null));
	}

	private static YearEnd year(WhatIf.Year year, WhatIfWords words) {
		return new YearEnd(Numbers.plain(year.rest()), OutlookDocument.plain(year.unrounded()),
				Numbers.plain(year.published()),
				Optional.ofNullable(year.done()).map(OutlookDocument::plain).orElse(null),
				OutlookDocument.plain(year.margin()), year.met(), year.status().key(), year.status().words(),
				words.year(year));
	}

}
