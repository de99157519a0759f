package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Node;

/**
 * What a plan file would change of a part of the plan in force.
 *
 * @param part the indicator, empty for the heading
 * @param kind new, changed or withdrawn
 * @param lines the entries that differ; none where only the order changed
 */
public record PlanDifference(String part, String kind, List<Line> lines) {

	/** An entry that differs; null where it is not there. */
	public record Line(String key, @Nullable String before, @Nullable String now) {
	}

	/** Everything that differs, the heading first, then targets in the file's order. */
	public static List<PlanDifference> between(@Nullable PlanFile before, PlanFile now) {
		List<PlanDifference> differences = new ArrayList<>();
		Map<String, Node.Mapping> formerly = (before != null) ? before.definitions() : Map.of();
		add(differences, "", (before != null) ? before.header() : null, now.header());
		Set<String> indicators = new LinkedHashSet<>(now.definitions().keySet());
		indicators.addAll(formerly.keySet());
		indicators.forEach(
				(indicator) -> add(differences, indicator, formerly.get(indicator), now.definitions().get(indicator)));
		return List.copyOf(differences);
	}

	private static void add(List<PlanDifference> differences, String part, Node.@Nullable Mapping before,
			Node.@Nullable Mapping now) {
		PlanDifference difference = of(part, before, now);
		if (!difference.lines().isEmpty()) {
			differences.add(difference);
		}
	}

	/**
	 * What differs between two writings of one part; without lines where nothing does.
	 */
	public static PlanDifference of(String part, Node.@Nullable Mapping before, Node.@Nullable Mapping now) {
		Map<String, String> formerly = entries(before);
		Map<String, String> present = entries(now);
		Set<String> keys = new LinkedHashSet<>(present.keySet());
		keys.addAll(formerly.keySet());
		List<Line> lines = keys.stream()
			.filter((key) -> !Objects.equals(formerly.get(key), present.get(key)))
			.map((key) -> new Line(key, formerly.get(key), present.get(key)))
			.toList();
		return new PlanDifference(part, (before == null) ? "new" : (now == null) ? "withdrawn" : "changed", lines);
	}

	private static Map<String, String> entries(@Nullable Node node) {
		Map<String, String> entries = new LinkedHashMap<>();
		if (node != null) {
			flatten("", node, entries);
		}
		return entries;
	}

	private static void flatten(String path, Node node, Map<String, String> entries) {
		switch (node) {
			case Node.Scalar scalar -> entries.put(path, scalar.text());
			case Node.Nothing nothing -> {
			}
			case Node.Mapping mapping -> mapping.entries()
				.forEach((key, value) -> flatten(path.isEmpty() ? key : path + "." + key, value, entries));
			case Node.Sequence sequence -> {
				for (int item = 0; item < sequence.items().size(); item++) {
					flatten(path + "[" + (item + 1) + "]", sequence.items().get(item), entries);
				}
			}
		}
	}

}
