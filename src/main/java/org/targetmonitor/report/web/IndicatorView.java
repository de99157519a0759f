package org.targetmonitor.report.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Explanation;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.progress.Path;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.RevisionRecord;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.report.OutlookPanel;
import org.targetmonitor.report.PeriodRow;
import org.targetmonitor.report.WhatIfPanel;

/** What an indicator's page shows of how its target stands. */
@Component
class IndicatorView {

	private final JsonMapper json;

	private final MessageSource messages;

	IndicatorView(JsonMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	void add(Model model, PlanStanding standing, List<PlanStanding> above, TargetProgress progress,
			@Nullable String supposed, Locale locale) {
		List<PeriodRow> rows = PeriodRow.of(standing.plan(), standing.judgedBy(), progress, locale);
		Explanation explanation = Explanation.of(standing, progress);
		model.addAttribute("progress", progress);
		model.addAttribute("explanation", explanation);
		model.addAttribute("rows", rows);
		model.addAttribute("shares", isShared(progress.target()));
		model.addAttribute("lineChanged", lineChanged(progress));
		Peers peers = Peers.of(above, standing, progress);
		model.addAttribute("peers", peers.compared());
		model.addAttribute("peersUnclear", peers.unclear());
		model.addAttribute("chart", chart(rows, progress.target(), locale));
		model.addAttribute("outlook", OutlookPanel.of(standing.plan(), progress).orElse(null));
		model.addAttribute("outlookNone", whyNoOutlook(progress, locale));
		model.addAttribute("whatIf", WhatIfPanel.of(progress, supposed).orElse(null));
		verdict(model, explanation, progress, locale);
		model.addAttribute("open", standing.open());
		model.addAttribute("mayOversee", standing.open() && OversightDesk.isJudged(progress.target()));
		Optional.ofNullable(progress.target().assigned()).ifPresent((assigned) -> {
			model.addAttribute("assigned", assigned);
			model.addAttribute("heading", standing.plan().target(assigned.under()).orElse(null));
		});
		revisions(model, progress, locale);
	}

	/** Why a target or a part that is judged has no outlook; null if it has one. */
	private static @Nullable String whyNoOutlook(TargetProgress progress, Locale locale) {
		Target target = progress.target();
		boolean asked = target.goal().judges() && !target.goal().awaitsNumbers() && target.entry().hasStatus()
				&& !target.entry().isTask();
		return (asked && progress.judged().isPresent() && progress.outlook() == null)
				? OutlookWords.whyNone(progress).stream().map((reason) -> reason.in(locale)).findFirst().orElse(null)
				: null;
	}

	private static void verdict(Model model, Explanation explanation, TargetProgress progress, Locale locale) {
		Target target = progress.target();
		progress.judged().ifPresent((verdict) -> {
			model.addAttribute("margin", SignedWords.margin(verdict, target.measurement()).in(locale));
			model.addAttribute("firmness", explanation.inputs().getFirst().firmness().in(locale));
		});
		if (!target.lead().equals(target.department())) {
			model.addAttribute("lead", target.lead().name().in(locale));
		}
	}

	private static void revisions(Model model, TargetProgress progress, Locale locale) {
		RevisionRecord record = progress.revisions();
		if (record != null && record.published() > 0) {
			model.addAttribute("revisionWords",
					record.words(SignedWords.difference(progress.target().measurement())).in(locale));
			model.addAttribute("marginCovered",
					progress.judged()
						.filter((verdict) -> verdict.headway() == null)
						.map(Verdict::margin)
						.filter(record::covers)
						.isPresent());
		}
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
		if (actual.stream().allMatch(Objects::isNull)) {
			return null;
		}
		Map<String, @Nullable Object> chart = new LinkedHashMap<>();
		chart.put("unit", shares ? "%" : unit(target));
		chart.put("fromZero", shares);
		chart.put("actualName", word(shares ? "path.done" : "path.actual", locale));
		chart.put("lineName", word(shares ? "path.pace" : "path.line", locale));
		chart.put("actual", actual);
		chart.put("line", numbers(rows, shares ? PeriodRow::pace : PeriodRow::line));
		if (rows.stream().anyMatch((row) -> row.upper() != null)) {
			chart.put("upper", numbers(rows, PeriodRow::upper));
		}
		return this.json.writeValueAsString(chart);
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
