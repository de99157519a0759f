package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.support.MarkdownTables;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of goal has its examples in docs/progress.md, with each measure it goes with
 * and at each boundary; a forgotten one fails by name.
 */
class DocumentedGoalsTests {

	private static final List<String> BOUNDARIES = List.of("on the line", "one decimal above", "one decimal below",
			"just before lagging", "at lagging-below", "lagging-below of the plan file", "zero figure", "no figure",
			"partial year", "last period", "last period, not met", "revised across the line", "revised back",
			"not available", "rounding tie");

	private static final List<String> OF_DIFFERENCES = List.of("zero target", "negative target");

	private static final List<String> OF_RELATIONS = List.of("operand missing", "zero operand", "negative operand");

	private static final List<String> OF_QUANTITIES = List.of("past the goal early", "pace of last year");

	private static final MarkdownTables DOCUMENT = MarkdownTables.of("docs/progress.md");

	static Stream<GoalKind> kinds() {
		return GoalKind.ALL.stream();
	}

	/** The sections that are about a kind of goal. */
	static Stream<MarkdownTables.Section> ofGoals() {
		return DOCUMENT.sections().stream().filter((section) -> kinds().anyMatch((kind) -> isOf(section, kind.key())));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void showsEveryKindWithEachOfItsMeasures(GoalKind kind) {
		assertThat(kind.measures())
			.allSatisfy((measure) -> assertThat(rows(kind.key(), measure)).as("%s · %s", kind.key(), measure.key())
				.isNotEmpty());
		assertThat(DOCUMENT.sections()).filteredOn((section) -> isOf(section, kind.key()))
			.as(kind.key())
			.flatExtracting(MarkdownTables.Section::rows)
			.isNotEmpty();
	}

	@Test
	void countsEachKindThatIsPermittedOnce() {
		assertThat(GoalKind.ALL).hasSameSizeAs(Goal.class.getPermittedSubclasses());
		assertThat(GoalKind.ALL).extracting(GoalKind::key).doesNotHaveDuplicates().isSorted();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void readsWhatTheDocumentWritesAsThatKind(GoalKind kind) {
		assertThat(DOCUMENT.sections()).filteredOn((section) -> isOf(section, kind.key()))
			.extracting((section) -> goal(section.blocks().getFirst()))
			.isNotEmpty()
			.allSatisfy((goal) -> {
				List<Fault> faults = new ArrayList<>();
				GoalKind read = GoalKind.of(goal).orElseThrow();
				read.read(goal, Direction.HIGHER, "x", faults);
				assertThat(read).isEqualTo(kind);
				assertThat(faults).isEmpty();
			});
	}

	private static Node.Mapping goal(String targets) {
		Node first = ((Node.Sequence) YamlTree.read(targets)).items().getFirst();
		return GoalKind.mapping(Objects.requireNonNull(((Node.Mapping) first).entries().get("goal")));
	}

	@Test
	void showsFasterThanWithEveryMeasureThatCanBeCompared() {
		assertThat(Stream.of(Measure.values())
			.filter((measure) -> !measure.accumulatesOverYear() && measure != Measure.RANK))
			.allSatisfy(
					(measure) -> assertThat(cases(rows("faster-than", measure))).as(measure.key()).contains("equality"))
			.allSatisfy((measure) -> assertThat(cases(rows("slower-than", measure))).as(measure.key())
				.contains("equality"));
	}

	static Stream<MarkdownTables.Section> verdicts() {
		return ofGoals().filter((
				section) -> section.rows().stream().anyMatch((row) -> row.has("case") && !row.text("met").equals("–")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("verdicts")
	void showsEachBoundaryOfWhatIsJudged(MarkdownTables.Section section) {
		Set<String> cases = cases(section.rows());
		assertThat(cases).containsAll(BOUNDARIES);
		if (section.rows().getFirst().has("pace")) {
			assertThat(cases).containsAll(OF_QUANTITIES);
		}
		else {
			boolean relation = section.blocks().getFirst().lines().count() > 1;
			assertThat(cases).containsAll(relation ? OF_RELATIONS : OF_DIFFERENCES);
		}
	}

	/** A row that only says where the boundary is would show nothing. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("verdicts")
	void showsTheBoundaryThatTheRowNames(MarkdownTables.Section section) {
		assertThat(section.rows()).filteredOn((row) -> row.text("case").equals("at lagging-below"))
			.allSatisfy((row) -> assertThat(row.text("status")).isEqualTo("lagging"));
		assertThat(section.rows()).filteredOn((row) -> row.text("case").equals("just before lagging"))
			.allSatisfy((row) -> assertThat(row.text("status")).isEqualTo("at_risk"));
	}

	private static Set<String> cases(List<MarkdownTables.Row> rows) {
		return rows.stream().map((row) -> row.text("case").split(":", -1)[0]).collect(Collectors.toSet());
	}

	private static List<MarkdownTables.Row> rows(String kind, Measure measure) {
		return DOCUMENT.sections()
			.stream()
			.filter((section) -> isOf(section, kind)
					&& List.of(section.heading().substring(section.heading().indexOf('·') + 1).strip().split(", ", -1))
						.contains(measure.key()))
			.flatMap((section) -> section.rows().stream())
			.toList();
	}

	private static boolean isOf(MarkdownTables.Section section, String kind) {
		return section.heading().equals(kind) || section.heading().startsWith(kind + " · ");
	}

}
