package org.targetmonitor.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.targetmonitor.input.tree.YamlTree;
import org.targetmonitor.support.Documents;

import static org.assertj.core.api.Assertions.assertThat;

/** What the Chinese guide writes is a plan, and shows every kind of goal. */
class DocumentedPlanFileTests {

	private static final Pattern BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

	private final List<String> blocks = BLOCK.matcher(Documents.text(Path.of("docs/plan-files.zh.md")))
		.results()
		.map((match) -> match.group(1))
		.toList();

	/** The beginning, then targets block by block, then tasks and commitments. */
	@Test
	void theExamplesTogetherAreAPlanWithoutAFault() {
		String targets = String.join("", this.blocks.subList(1, this.blocks.size() - 1));
		PlanFile file = PlanFile.read(
				YamlTree.read(this.blocks.getFirst() + "targets:\n" + targets + this.blocks.getLast()), "example-2025");

		assertThat(file.plan().targets()).hasSizeGreaterThan(20);
		assertThat(WordingRules.faults(file, null)).as("the wording and the goal agree").isEmpty();
	}

	@Test
	void everyKindOfGoalAndEveryMeasureIsShown() {
		String all = this.blocks.stream().collect(Collectors.joining());
		assertThat(GoalKind.ALL)
			.allSatisfy((kind) -> assertThat(all).containsPattern("goal: (\\{[^}]*)?" + kind.key() + "\\b"));
		assertThat(Measure.values()).allSatisfy((measure) -> assertThat(all).contains("measure: " + measure.key()));
	}

}
