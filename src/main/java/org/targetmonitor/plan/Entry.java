package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * What a target is in its plan: a target of the headline list, a part of one, a key task
 * or a commitment. Whatever is reported is a target with one of these; nobody else asks
 * which one it is.
 */
public sealed interface Entry {

	/** As metrics and the API name it. */
	String key();

	/** In words, for people. */
	Text words();

	/** Whether figures have numbers. */
	default boolean takesValue() {
		return true;
	}

	/** Whether figures need a sentence, and may have a link to evidence. */
	default boolean takesStatement() {
		return false;
	}

	/** Whether a value is percent done, from 0 to 100. */
	default boolean isPercentDone() {
		return false;
	}

	/** Whether it has a status, a light and a margin. */
	default boolean hasStatus() {
		return true;
	}

	/** The plan's own pace, where it names one. */
	default Optional<Milestones> milestones() {
		return Optional.empty();
	}

	/** Whether an option for {@code tasks} is meant for it. */
	default boolean isTask() {
		return false;
	}

	/**
	 * Whose revisions it is written in: those of the plan's heading, which has no code.
	 * @param own its own code
	 */
	default String writtenIn(String own) {
		return whole().orElse("");
	}

	/** The target that it is a part of. */
	default Optional<String> whole() {
		return Optional.empty();
	}

	/** Its weight in the whole, of a part that the plan gives one. */
	default Optional<BigDecimal> weight() {
		return Optional.empty();
	}

	/** Its name without that of the whole, of a part. */
	default Optional<Text> ownName() {
		return Optional.empty();
	}

	/** The area of work that it stands under, of a task. */
	default Optional<WorkArea> workArea() {
		return Optional.empty();
	}

	/** What is reported by a sentence alone. */
	sealed interface Stated extends Entry {

		@Override
		default boolean takesValue() {
			return false;
		}

		@Override
		default boolean takesStatement() {
			return true;
		}

		@Override
		default boolean hasStatus() {
			return false;
		}

	}

	/** A target of the plan's headline list. */
	record Headline() implements Entry {

		@Override
		public String key() {
			return "target";
		}

		@Override
		public Text words() {
			return new Text("目标", "target");
		}

		@Override
		public String writtenIn(String own) {
			return own;
		}

	}

	/** A qualitative target of the headline list: a sentence, no number and no light. */
	record Qualitative() implements Stated {

		@Override
		public String key() {
			return "statement";
		}

		@Override
		public Text words() {
			return new Text("定性目标", "qualitative target");
		}

		@Override
		public String writtenIn(String own) {
			return own;
		}

	}

	/**
	 * A key task (重点任务): percent done, with a sentence.
	 *
	 * @param area the area of work that it stands under
	 * @param own its own pace, null where it is held against the elapsed time
	 */
	record Task(WorkArea area, @Nullable Milestones own) implements Entry {

		@Override
		public String key() {
			return "task";
		}

		@Override
		public Text words() {
			return new Text("重点任务", "key task");
		}

		@Override
		public boolean takesStatement() {
			return true;
		}

		@Override
		public boolean isPercentDone() {
			return true;
		}

		@Override
		public Optional<Milestones> milestones() {
			return Optional.ofNullable(this.own);
		}

		@Override
		public boolean isTask() {
			return true;
		}

		@Override
		public Optional<WorkArea> workArea() {
			return Optional.of(this.area);
		}

	}

	/** A commitment (政府自身建设): a sentence, no number and no light. */
	record Commitment() implements Stated {

		@Override
		public String key() {
			return "commitment";
		}

		@Override
		public Text words() {
			return new Text("政府自身建设", "commitment");
		}

	}

	/**
	 * A part of a target (分解指标), of a town, a street or a department.
	 *
	 * @param of the target's code
	 * @param name whose part it is
	 * @param given its weight in the whole, in any unit common to all parts; null where
	 * the plan names none
	 */
	record Part(String of, Text name, @Nullable BigDecimal given) implements Entry {

		@Override
		public String key() {
			return "part";
		}

		@Override
		public Text words() {
			return new Text("分解指标", "part of a target");
		}

		@Override
		public Optional<String> whole() {
			return Optional.of(this.of);
		}

		@Override
		public Optional<Text> ownName() {
			return Optional.of(this.name);
		}

		@Override
		public Optional<BigDecimal> weight() {
			return Optional.ofNullable(this.given);
		}

	}

}
