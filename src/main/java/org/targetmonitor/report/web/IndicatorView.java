package org.targetmonitor.report.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.targetmonitor.oversight.OversightDesk;
import org.targetmonitor.plan.Target;
import org.targetmonitor.progress.Explanation;
import org.targetmonitor.progress.OutlookWords;
import org.targetmonitor.progress.Peers;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.RevisionRecord;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;
import org.targetmonitor.progress.Verdict;
import org.targetmonitor.report.OutlookPanel;
import org.targetmonitor.report.WhatIfPanel;

/** What an indicator's page shows of how its target stands. */
@Component
class IndicatorView {

	private final PathPanels paths;

	IndicatorView(PathPanels paths) {
		this.paths = paths;
	}

	void add(Model model, PlanStanding standing, List<PlanStanding> above, TargetProgress progress,
			@Nullable String supposed, Locale locale) {
		Explanation explanation = Explanation.of(standing, progress);
		model.addAttribute("progress", progress);
		model.addAttribute("explanation", explanation);
		model.addAttribute("paths", this.paths.of(standing, progress, locale));
		Peers peers = Peers.of(above, standing, progress);
		model.addAttribute("peers", peers.compared());
		model.addAttribute("peersUnclear", peers.unclear());
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

}
