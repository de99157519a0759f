package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.Direction;
import org.targetmonitor.plan.Goal;
import org.targetmonitor.plan.ShareOf;
import org.targetmonitor.plan.Target;

/** Says what of a target was changed in the year, as far as its verdicts do not. */
final class ChangeWords {

	private final VerdictWords words;

	private final Then then;

	ChangeWords(VerdictWords words, Then then) {
		this.words = words;
		this.then = then;
	}

	/**
	 * Nothing where the verdict is given for both and they are told apart; else what they
	 * have not in common.
	 */
	Optional<Text> of(Target target, Besides besides, Path path) {
		Besides.Step first = besides.first();
		if (first == null) {
			return changed(target, path);
		}
		return target.isAnotherShare(first.target()) ? Optional.of(anotherShare(first.target())) : Stream
			.of(unsaid(first.target(), target), otherStep(first.target(), target), otherBand(first.target(), target))
			.flatMap(Optional::stream)
			.reduce((one, another) -> Text.format("%s；%s", "%s; %s", one, another));
	}

	/** The second step of two (7%以上，力争8%). */
	private static Optional<Text> otherStep(Target once, Target now) {
		boolean was = once.terms().then() != null;
		boolean is = now.terms().then() != null;
		if (!was || !is) {
			return (was == is) ? Optional.empty() : Optional.of(Text.format(was ? "第二步目标（%s）已取消" : "增设了第二步目标（%s）",
					was ? "the second step (%s) was dropped" : "a second step (%s) was added", step(was ? once : now)));
		}
		return differing(new Text("第二步目标", "the second step"), step(once), step(now));
	}

	private static Text step(Target target) {
		return target.secondStep().goalWords(Text.same(""));
	}

	private static Optional<Text> otherBand(Target once, Target now) {
		boolean same = once.laggingBelow().compareTo(now.laggingBelow()) == 0
				|| !Objects.equals(once.measurement(), now.measurement());
		return same ? Optional.empty() : differing(new Text("滞后界限", "the band of lagging"),
				Text.same(SignedWords.plain(once.laggingBelow())), Text.same(SignedWords.plain(now.laggingBelow())));
	}

	/** What the target asked for when its latest period was first judged. */
	private Optional<Text> changed(Target target, Path path) {
		return path.steps()
			.stream()
			.reduce((earlier, last) -> last)
			.filter((step) -> step.target().asksOtherThan(target, step.period()))
			.map((step) -> changed(target, step));
	}

	private Text changed(Target target, Path.Point step) {
		if (step.target().goal().asksOtherThan(target.goal())
				|| !Objects.equals(step.target().terms().deadline(), target.terms().deadline())) {
			return isTheFirstAgain(target)
					? Text.format("目标曾调整为%s，现恢复为年初目标",
							"the target was changed to %s meanwhile and is the first one again", asked(step))
					: unsaid(step.target(), target).orElseGet(
							() -> Text.format("目标已调整，此前为%s", "the target was changed, from %s before", asked(step)));
		}
		if (target.isAnotherShare(step.target())) {
			return anotherShare(step.target());
		}
		if (step.target().entry().milestones().equals(target.entry().milestones())) {
			return new Text("目标已调整", "the target was changed");
		}
		return otherMilestone(step.pace());
	}

	private static Text otherMilestone(Optional<BigDecimal> before) {
		return Text.format("节点计划已调整，此前应完成%s", "the milestones were changed; %s was asked for by then before",
				before.map((pace) -> SignedWords.percent(pace)).orElse("–"));
	}

	/** Of which whole it was the share before. */
	private Text anotherShare(Target once) {
		return Optional.ofNullable(once.terms().shareOf())
			.map((share) -> Text.format("份额的算法已调整，此前为“%s”占“%s”的份额",
					"how the share is worked out was changed, from that of \"%s\" in \"%s\" before", name(share.part()),
					name(share.whole())))
			.orElse(new Text("份额的算法已调整，此前为报送的数", "how the share is worked out was changed; it was handed in before"));
	}

	private Text name(String indicator) {
		return this.then.first(indicator).map(Target::name).orElse(Text.same(indicator));
	}

	private Text asked(Path.Point step) {
		return GoalWords.of(step.target(), operandName(step), this.words.subject(step.target()));
	}

	/** As it was called then: it may have been withdrawn since. */
	private Text operandName(Path.Point step) {
		return step.target()
			.goal()
			.operand()
			.flatMap((operand) -> this.then.target(operand, step.firstKnown()))
			.map(Target::name)
			.orElse(Text.same(""));
	}

	private boolean isTheFirstAgain(Target target) {
		return this.then.first(target.indicator())
			.filter((first) -> !first.goal().asksOtherThan(target.goal())
					&& Objects.equals(first.terms().deadline(), target.terms().deadline()))
			.isPresent();
	}

	/**
	 * Which way is good, or the tolerance: 3%左右 is called the same whichever it has, and
	 * two verdicts for it would contradict each other.
	 */
	private Optional<Text> unsaid(Target once, Target now) {
		if (!once.goalWords(Text.same("")).equals(now.goalWords(Text.same("")))) {
			return Optional.empty();
		}
		return differing(new Text("目标的方向", "which way is good"), way(once.goal()), way(now.goal()))
			.or(() -> differing(new Text("目标的容差", "the tolerance"), tolerance(once), tolerance(now)));
	}

	private static Optional<Text> differing(Text what, Text was, Text is) {
		boolean said = !was.zh().isEmpty() && !is.zh().isEmpty() && !was.equals(is);
		return said
				? Optional
					.of(Text.format("%1$s已调整：此前为%2$s，现为%3$s", "%1$s was changed: %2$s before, %3$s now", what, was, is))
				: Optional.empty();
	}

	private static Text way(Goal goal) {
		return Direction.of(goal).map(Direction::words).orElse(Text.same(""));
	}

	private Text tolerance(Target target) {
		Text words = Optional.ofNullable(this.words.subject(target).measurement())
			.map((measurement) -> target.goal().toleranceWords(Relation.differenceUnit(measurement)))
			.orElse(Text.same(""));
		return new Text(words.zh().replace("容差", ""), words.en().replace("tolerance ", ""));
	}

}
