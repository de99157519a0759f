package org.targetmonitor.desk.web;

import java.util.Locale;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.PeriodWords;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;

/**
 * How a target stands, or would stand with what is typed.
 *
 * @param light the colour
 * @param words the status in words
 * @param margin how far it is from the line, and by which period where that is another;
 * empty where there is no verdict
 * @param explanation the whole in one sentence
 */
public record FillLight(String light, String words, String margin, String explanation) {

	static FillLight of(TargetProgress progress, Period period, Locale locale) {
		return new FillLight(progress.light().key(), progress.statusWords().in(locale),
				progress.judged().map((verdict) -> margin(progress, verdict, period).in(locale)).orElse(""),
				progress.explanation().in(locale));
	}

	/** The same while a doubt about what is typed is open. */
	FillLight doubted(Locale locale) {
		return new FillLight("grey", Text.format("%s（存疑，待说明）", "%s (a doubt is open)", this.words).in(locale),
				this.margin, this.explanation);
	}

	private static Text margin(TargetProgress progress, Verdict verdict, Period period) {
		Text margin = Text.format("距达标线%s", "margin %s", SignedWords.margin(verdict, progress.target().measurement()));
		return verdict.period().equals(period) ? margin : Text.format("%s（按%s）", "%s (by %s)", margin,
				PeriodWords.named(verdict.period(), progress.target().measurement()));
	}

}
