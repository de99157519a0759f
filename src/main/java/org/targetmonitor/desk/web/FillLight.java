package org.targetmonitor.desk.web;

import java.util.Locale;

import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;

/**
 * How a target stands, or would stand with what is typed.
 *
 * @param light the colour
 * @param words the status in words
 * @param gap how far it is from the target, empty where there is no verdict
 * @param explanation the whole in one sentence
 */
public record FillLight(String light, String words, String gap, String explanation) {

	static FillLight of(TargetProgress progress, Locale locale) {
		return new FillLight(progress.light().key(), progress.statusWords().in(locale),
				progress.judged().map((verdict) -> gap(progress, verdict).in(locale)).orElse(""),
				progress.explanation().in(locale));
	}

	private static Text gap(TargetProgress progress, Verdict verdict) {
		Measurement measurement = progress.target().measurement();
		if (measurement == null || verdict.share() != null) {
			return Text.same("");
		}
		String size = Numbers.plain(verdict.comparison().gap().abs());
		Text unit = unit(measurement);
		return switch (verdict.comparison().gap().signum()) {
			case 1 -> Text.format("高于目标%s%s", "%s%s above the target", size, unit);
			case -1 -> Text.format("低于目标%s%s", "%s%s below the target", size, unit);
			default -> new Text("与目标持平", "level with the target");
		};
	}

	private static Text unit(Measurement measurement) {
		return measurement.measure().differsInPoints() ? new Text("个百分点", " points")
				: new Text(measurement.unit(), " " + measurement.unit());
	}

}
