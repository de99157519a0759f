package org.targetmonitor.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.targetmonitor.input.Node;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.period.ShippedCalendars;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.PlanFile;
import org.targetmonitor.submission.Figures;
import org.targetmonitor.submission.ObsStatus;
import org.targetmonitor.support.MarkdownTables;

/**
 * One row of a table of verdicts in docs/progress.md: the first target of the section's
 * block, changed as the row says, with the row's figures. What the docs do not write is
 * filled in: names are the indicator's code.
 *
 * @param targets the section's block
 * @param row the row
 */
record WorkedExample(String targets, MarkdownTables.Row row) {

	static final Set<String> COLUMNS = Set.of("case", "target", "figures", "last year", "judged", "status", "light",
			"met", "done", "pace", "margin", "margin %", "gap", "line", "says", "zh", "en");

	private static final String UNTIL = " → ";

	private static final String LEVEL = " level ";

	/**
	 * How the section's first target stands on the day after its last figure came, when
	 * nothing is overdue; without a figure once the year is over.
	 */
	TargetProgress progress() {
		if (!COLUMNS.containsAll(this.row.cells().keySet())) {
			throw new IllegalArgumentException(
					this.row.where() + " has an unknown column: " + this.row.cells().keySet());
		}
		Plan plan = plan(2024);
		Recorded before = this.row.has("last year") ? recorded(plan, 2023, this.row.text("last year"))
				: Recorded.nothing();
		Figures figures = recorded(plan, 2024, this.row.text("figures")).figures();
		Instant day = figures.revisions()
			.stream()
			.map((revision) -> revision.recordedAt().plus(Duration.ofDays(1)))
			.max(Comparator.naturalOrder())
			.orElse(Area.noonOf("2025-03-01"));
		PlanFacts facts = new PlanFacts(plan, figures, plan(2023), before.figures(), null);
		return PlanStanding.of(facts, ShippedCalendars.all(), day).targets().getFirst();
	}

	/** The plan of the section's targets for a year. */
	Plan plan(int year) {
		if (!(YamlTree.read(this.targets) instanceof Node.Sequence list)) {
			throw new IllegalArgumentException(this.row.where() + ": the block is no list of targets");
		}
		List<Node> definitions = new ArrayList<>();
		for (Node item : list.items()) {
			definitions.add(definition(item, definitions.isEmpty() && this.row.has("target")
					? YamlTree.read(this.row.text("target")) : new Node.Nothing(0)));
		}
		if (year != 2024) {
			definitions.replaceAll((written) -> ((Node.Mapping) written).without("deadline"));
		}
		Node.Mapping header = (Node.Mapping) YamlTree.read(Area.header("area-" + year, year, "330110", "某区"));
		return PlanFile.read(header, definitions, this.row.where()).plan();
	}

	private static Node definition(Node written, Node changes) {
		Node.Mapping target = (Node.Mapping) written;
		Node.Scalar code = (Node.Scalar) target.entries().getOrDefault("indicator", new Node.Scalar("", 0));
		Map<String, Node> entries = new HashMap<>(Map.of("name", code, "wording", code, "department",
				new Node.Scalar("d", 0), "nature", new Node.Scalar("expected", 0)));
		entries.putAll(target.entries());
		if (changes instanceof Node.Mapping changed) {
			entries.putAll(changed.entries());
		}
		return new Node.Mapping(entries, target.line());
	}

	/**
	 * Reads figures such as {@code Q1 6 → 5.9; gdp Q1 5; Q2 L}: indicator (the judged one
	 * where none is named), period, and each of its revisions in turn.
	 */
	private Recorded recorded(Plan plan, int year, String written) {
		Recorded recorded = Recorded.nothing();
		if (written.equals("none")) {
			return recorded;
		}
		for (String figure : written.split("; ", -1)) {
			String[] words = figure.split(" ", 2);
			boolean named = plan.target(words[0]).isPresent();
			String indicator = named ? words[0] : plan.targets().getFirst().indicator();
			String[] periodAndValues = (named ? words[1] : figure).split(" ", 2);
			String period = periodAndValues[0].equals("year") ? "" + year : year + "-" + periodAndValues[0];
			for (String value : periodAndValues[1].split(UNTIL, -1)) {
				recorded = add(recorded, indicator, period, value);
			}
		}
		return recorded;
	}

	private Recorded add(Recorded recorded, String indicator, String period, String value) {
		try {
			return switch (value.split(" ", -1)[0]) {
				case "L", "M" -> recorded.notAvailable(indicator, period, ObsStatus.valueOf(value), "无");
				case "as" -> recorded.publishedAs(indicator, period, value.substring("as ".length()));
				case "level" -> recorded.levelAlone(indicator, period, value.substring("level ".length()));
				case "waiting" -> recorded.waiting(indicator, period, value.substring("waiting ".length()));
				case "returned" -> recorded.returned(indicator, period, value.substring("returned ".length()));
				default -> value.contains(LEVEL)
						? recorded.withLevel(indicator, period, value.substring(0, value.indexOf(LEVEL)),
								value.substring(value.indexOf(LEVEL) + LEVEL.length()), null)
						: recorded.approved(indicator, period, value);
			};
		}
		catch (RuntimeException ex) {
			throw new IllegalArgumentException("%s: \"%s %s\" is no figure".formatted(this.row.where(), period, value),
					ex);
		}
	}

	@Override
	public String toString() {
		return this.row.toString();
	}

}
