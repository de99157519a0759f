package org.targetmonitor.progress.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Slice;
import org.targetmonitor.plan.Area;
import org.targetmonitor.progress.AreaTree;
import org.targetmonitor.progress.Lights;
import org.targetmonitor.progress.PlanStanding;

/**
 * An area on the overview page, in the reader's language.
 *
 * @param depth how many areas of the page it lies in
 * @param code its code
 * @param name its name
 * @param plans its plans
 * @param within what lies in it and is not on the page: real plans, then invented ones
 */
public record AreaRow(int depth, String code, String name, List<PlanLine> plans, List<Within> within) {

	/** How many areas are on the page at most: what a screen holds. */
	private static final int MOST = 50;

	/**
	 * The plans that lie in an area, added up.
	 *
	 * @param plans how many there are
	 * @param invented whether their figures are invented
	 * @param lights how their targets are counted
	 */
	public record Within(int plans, boolean invented, Lights lights) {

		static List<Within> of(AreaTree tree) {
			return Stream.of(false, true)
				.map((invented) -> new Within(tree.within(invented).plans(), invented, tree.within(invented).lights()))
				.filter((within) -> within.plans() > 0)
				.toList();
		}

	}

	/** An area that the page is within. */
	public record Above(String code, String name) {
	}

	/**
	 * The rows of a page: the area that all others lie in, where there is one, then those
	 * beneath it, and level by level what lies in them as far as a level fits on the
	 * screen.
	 */
	static Slice<AreaRow> of(List<AreaTree> trees, int page, Locale locale) {
		List<AreaTree> around = new ArrayList<>();
		List<AreaTree> beneath = trees;
		while (beneath.size() == 1) {
			around.add(beneath.getFirst());
			beneath = beneath.getFirst().below();
		}
		Slice<AreaTree> shown = Slice.of(beneath, page, MOST);
		Set<AreaTree> unfolded = unfolded(shown.rows());
		List<AreaRow> rows = new ArrayList<>();
		around.forEach(
				(tree) -> rows.add(row(tree, rows.size(), (shown.pages() > 1) ? Within.of(tree) : List.of(), locale)));
		shown.rows().forEach((tree) -> add(tree, around.size(), unfolded, rows, locale));
		return new Slice<>(rows, shown.page(), shown.pages(), shown.all());
	}

	private static Set<AreaTree> unfolded(List<AreaTree> roots) {
		Set<AreaTree> unfolded = Collections.newSetFromMap(new IdentityHashMap<>());
		int shown = roots.size();
		List<AreaTree> level = roots;
		while (!level.isEmpty()) {
			List<AreaTree> next = level.stream().flatMap((tree) -> tree.below().stream()).toList();
			shown += next.size();
			if (shown > MOST) {
				return unfolded;
			}
			unfolded.addAll(level);
			level = next;
		}
		return unfolded;
	}

	private static void add(AreaTree tree, int depth, Set<AreaTree> unfolded, List<AreaRow> rows, Locale locale) {
		boolean open = unfolded.contains(tree);
		rows.add(row(tree, depth, open ? List.of() : Within.of(tree), locale));
		if (open) {
			tree.below().forEach((below) -> add(below, depth + 1, unfolded, rows, locale));
		}
	}

	private static AreaRow row(AreaTree tree, int depth, List<Within> within, Locale locale) {
		return new AreaRow(depth, tree.area().code(), tree.area().name().in(locale),
				tree.plans().stream().map((standing) -> PlanLine.of(standing, locale)).toList(), within);
	}

	/** The areas with plans that the one asked for lies in, the widest first. */
	static List<Above> above(@Nullable String code, List<PlanStanding> all, Locale locale) {
		return (code == null) ? List.of()
				: all.stream()
					.map((standing) -> standing.plan().area())
					.filter((area) -> !area.code().equals(code) && Area.isCode(code)
							&& area.contains(new Area(code, area.name())))
					.sorted(Comparator.comparingInt(Area::depth))
					.collect(Collectors.toMap(Area::code, (area) -> new Above(area.code(), area.name().in(locale)),
							(one, same) -> one, LinkedHashMap::new))
					.values()
					.stream()
					.toList();
	}

}
