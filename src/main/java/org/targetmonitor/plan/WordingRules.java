package org.targetmonitor.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * Whether a goal says what the report's own words say: 降低3%左右 written as +3 would be met
 * by a rise, and 增长6% is not 7. A {@code reading} beside it says that it is meant.
 */
public final class WordingRules {

	private static final String NUMBER = "[^，。；、,;0-9０-９-]{0,6}?(?<number>[0-9]+(\\.[0-9]+)?)\\s*[%％]";

	private static final Pattern DOWN = Pattern.compile("(?<word>下降|降低|减少|压减|削减|降幅|下降率|降低率)" + NUMBER);

	private static final Pattern UP = Pattern.compile("(?<word>增长|增加|提高|上升|上涨|增幅|涨幅|增速)" + NUMBER);

	/** An indicator whose own values count the decrease: 单位GDP能耗降低率. */
	private static final Pattern COUNTS_DECREASE = Pattern.compile("(下降|降低|减少|压减|削减)(率|幅度|幅)|降幅");

	private WordingRules() {
	}

	/**
	 * Asks of a plan that comes in where words and goal have no number in common. A goal
	 * that was changed while the report's words stand is no slip: it was changed by
	 * decision.
	 * @param inForce the same plan as it is now; null for a new one
	 */
	public static List<Fault> faults(PlanFile file, @Nullable Plan inForce) {
		return file.plan()
			.targets()
			.stream()
			.filter((target) -> inForce == null || inForce.target(target.indicator())
				.filter((before) -> before.wording().equals(target.wording()))
				.isEmpty())
			.flatMap((target) -> otherNumbers(target).stream()
				.map((reason) -> new Fault(line(file, target), Subject.of(target.indicator()), "goal", "wording",
						reason)))
			.toList();
	}

	private static int line(PlanFile file, Target target) {
		return Optional.ofNullable(file.definitions().get(target.indicator())).map(Node.Mapping::line).orElse(0);
	}

	private static Optional<Text> otherNumbers(Target target) {
		Measurement measurement = target.measurement();
		List<BigDecimal> asked = asked(target);
		if (measurement == null || target.reading() != null || asked.isEmpty()) {
			return Optional.empty();
		}
		List<BigDecimal> said = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)" + Pattern.quote(measurement.unitSign()))
			.matcher(halfWidth(target.wording()).replace('％', '%').replace(" ", ""))
			.results()
			.map((found) -> new BigDecimal(found.group(1)))
			.toList();
		Stream<BigDecimal> all = Stream.concat(asked.stream(),
				Stream.ofNullable(target.terms().then()).flatMap((then) -> then.numbers().stream()));
		boolean agree = said.isEmpty()
				|| all.anyMatch((number) -> said.stream().anyMatch((one) -> one.compareTo(number.abs()) == 0));
		return agree ? Optional.empty()
				: Optional.of(Text.format("原文的数是%1$s，目标写的是%2$s，两者没有相同的数；如确系如此，请用 reading 说明读法",
						"the wording has %1$s, the goal %2$s: no number in common; if it is meant, say so by a reading",
						numbers(said), numbers(asked)));
	}

	/** What of the words the goal contradicts; empty where they agree. */
	static Optional<Text> disagreement(Target target) {
		Measurement measurement = target.measurement();
		if (measurement == null || measurement.measure() != Measure.GROWTH || target.reading() != null
				|| !target.goal().judges() || COUNTS_DECREASE.matcher(target.name().zh()).find()) {
			return Optional.empty();
		}
		String wording = halfWidth(target.wording());
		List<BigDecimal> asked = asked(target);
		return wrongSign(DOWN.matcher(wording), UP.matcher(wording), asked, 1)
			.or(() -> wrongSign(UP.matcher(wording), DOWN.matcher(wording), asked, -1))
			.map((said) -> Text.format("原文说“%1$s”，目标写的是%2$s：下降应写为负数（如 -3），增长写为正数；如确系如此，请用 reading 说明读法",
					"the wording says \"%1$s\", the goal %2$s: a decrease is written below 0 (such as -3), a rise above; if it is meant, say so by a reading",
					said, numbers(asked)));
	}

	/** The words of one direction alone, beside numbers of the other. */
	private static Optional<String> wrongSign(Matcher said, Matcher other, List<BigDecimal> asked, int signum) {
		boolean opposite = !asked.isEmpty() && asked.stream().allMatch((number) -> number.signum() == signum);
		return (opposite && said.find() && !other.find()) ? Optional.of(said.group()) : Optional.empty();
	}

	/** The numbers that are asked for, without tolerances. */
	private static List<BigDecimal> asked(Target target) {
		return target.goal().number().map(List::of).orElseGet(() -> target.goal().edges());
	}

	private static String numbers(List<BigDecimal> asked) {
		return String.join("、", asked.stream().map(Numbers::plain).toList());
	}

	private static String halfWidth(String text) {
		StringBuilder half = new StringBuilder();
		text.chars()
			.forEach((at) -> half.append((char) ((at >= '０' && at <= '９') ? at - '０' + '0' : (at == '．') ? '.' : at)));
		return half.toString();
	}

}
