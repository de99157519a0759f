package org.targetmonitor.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Measure;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Besides;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.report.PeriodRow;

/**
 * How a target stood period by period, as chart and table: of two conditions on one
 * indicator both, in the order of the plan, as the one that decides now may not be the
 * one that decided before.
 */
@Component
class PathPanels {

	private final JsonMapper json;

	private final MessageSource messages;

	PathPanels(JsonMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	/**
	 * One condition.
	 *
	 * @param condition what it asks for; null of a target's only one
	 * @param decides whether the target stands as this one of two does
	 * @param progress how the target stands by it
	 * @param shares whether it is held against a pace
	 * @param lineChanged whether some period was judged by another line than the present
	 * @param chart what the chart draws; null where there is nothing to draw
	 */
	record Panel(@Nullable Text condition, boolean decides, TargetProgress progress, List<PeriodRow> rows,
			boolean shares, boolean lineChanged, @Nullable String chart) {
	}

	/** Empty where there are no periods. */
	List<Panel> of(PlanStanding standing, TargetProgress progress, Locale locale) {
		Besides.Other other = progress.besides().other();
		List<Panel> panels = new ArrayList<>();
		panels.add(panel(standing, progress, other, locale));
		if (other != null) {
			panels.add(other.first() ? 0 : 1, panel(standing, other.progress(), null, other.words(), locale));
		}
		return panels.stream().filter((panel) -> !panel.rows().isEmpty()).toList();
	}

	private Panel panel(PlanStanding standing, TargetProgress progress, Besides.@Nullable Other other, Locale locale) {
		Text words = (other != null) ? words(standing.plan(), progress.target()) : null;
		return panel(standing, progress, other, words, locale);
	}

	private Panel panel(PlanStanding standing, TargetProgress progress, Besides.@Nullable Other other,
			@Nullable Text words, Locale locale) {
		List<PeriodRow> rows = PeriodRow.of(standing.plan(), standing.judgedBy(), progress, locale);
		boolean decides = other != null && progress.period().isPresent();
		return new Panel(words, decides, progress, rows, isShared(progress.target()), lineChanged(progress),
				chart(rows, progress.target(), locale));
	}

	private static Text words(Plan plan, Target target) {
		return target.goalWords(target.goal().operand().flatMap(plan::target).map(Target::name).orElse(Text.same("")));
	}

	/** Whether some period was judged by another line than the present goal has. */
	private static boolean lineChanged(TargetProgress progress) {
		return progress.path()
			.steps()
			.stream()
			.anyMatch((step) -> step.target().asksOtherThan(progress.target(), step.period()));
	}

	private static boolean isShared(Target target) {
		return target.isPaced();
	}

	/**
	 * What the chart draws, the same as the table; null where there is nothing to draw.
	 */
	private @Nullable String chart(List<PeriodRow> rows, Target target, Locale locale) {
		boolean shares = isShared(target);
		List<@Nullable String> actual = numbers(rows, shares ? PeriodRow::done : PeriodRow::actual);
		boolean inexact = !shares && rows.stream().anyMatch((row) -> !row.written().isEmpty());
		if (actual.stream().allMatch(Objects::isNull) && !inexact) {
			return null;
		}
		Map<String, @Nullable Object> chart = new LinkedHashMap<>();
		chart.put("unit", shares ? "%" : unit(target));
		chart.put("fromZero", shares);
		chart.put("places", isRank(target));
		chart.put("actualName", word(shares ? "path.done" : "path.actual", locale));
		chart.put("lineName", word(shares ? "path.pace" : "path.line", locale));
		chart.put("actual", actual);
		chart.put("line", numbers(rows, shares ? PeriodRow::pace : PeriodRow::line));
		if (rows.stream().anyMatch((row) -> row.upper() != null)) {
			chart.put("upper", numbers(rows, PeriodRow::upper));
		}
		if (inexact) {
			chart.put("written", rows.stream().map(PeriodRow::written).toList());
			chart.put("said", rows.stream().map(PeriodRow::actualWords).toList());
		}
		return this.json.writeValueAsString(chart);
	}

	/** The first place is the best: it stands on top, and there is none between two. */
	private static boolean isRank(Target target) {
		Measurement measurement = target.measurement();
		return measurement != null && measurement.measure() == Measure.RANK;
	}

	private static List<@Nullable String> numbers(List<PeriodRow> rows, Function<PeriodRow, @Nullable String> number) {
		List<@Nullable String> numbers = new ArrayList<>();
		rows.forEach((row) -> numbers.add(plain(number.apply(row))));
		return numbers;
	}

	/** A number as scripts read it. */
	private static @Nullable String plain(@Nullable String number) {
		return (number == null) ? null : number.replace("%", "").replace('−', '-');
	}

	private static String unit(Target target) {
		Measurement measurement = target.measurement();
		return (measurement == null) ? "" : measurement.unitSpaced();
	}

	private String word(String key, Locale locale) {
		return Objects.requireNonNull(this.messages.getMessage(key, null, locale));
	}

}
