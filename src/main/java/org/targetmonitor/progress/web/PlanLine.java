package org.targetmonitor.progress.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.targetmonitor.progress.Lights;
import org.targetmonitor.progress.PlanStanding;
import org.targetmonitor.progress.SignedWords;
import org.targetmonitor.progress.TargetProgress;

/**
 * One plan among others on the overview page, in the reader's language.
 *
 * @param id the plan's code
 * @param title its title
 * @param open whether verdicts may still change
 * @param invented whether its figures are invented
 * @param lights how its targets are counted
 * @param behind the first of those that are behind, the worst first
 * @param more how many others are behind
 */
public record PlanLine(String id, String title, boolean open, boolean invented, Lights lights, List<Behind> behind,
		int more) {

	/** How many are named: what a line holds. */
	private static final int NAMED = 4;

	/**
	 * A target that is behind.
	 *
	 * @param indicator its code
	 * @param name its name
	 * @param light the key of what it is counted as
	 * @param status its status in words
	 * @param margin the signed margin with its unit, empty where there is none
	 */
	public record Behind(String indicator, String name, String light, String status, String margin) {

		static Behind of(TargetProgress progress, Locale locale) {
			return new Behind(progress.indicator(), progress.target().name().in(locale), progress.counted().key(),
					progress.countedWords().in(locale),
					progress.judged()
						.map((verdict) -> SignedWords.margin(verdict, progress.target().measurement()).in(locale))
						.orElse(""));
		}

	}

	static PlanLine of(PlanStanding standing, Locale locale) {
		List<TargetProgress> behind = standing.targets()
			.stream()
			.filter(TargetProgress::isBehind)
			.sorted(Comparator.comparing(TargetProgress::counted).reversed())
			.toList();
		return new PlanLine(standing.plan().id(), standing.plan().title().in(locale), standing.open(),
				standing.plan().invented(), standing.lights(),
				behind.stream().limit(NAMED).map((target) -> Behind.of(target, locale)).toList(),
				Math.max(0, behind.size() - NAMED));
	}

}
