package org.targetmonitor.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * Asks for another code where a spreadsheet takes one for a number, a date or a truth
 * value: a sheet that was opened and saved comes back with 100000 for 1e5 and 1-Mar for
 * mar-1, and its figures would not be found again.
 */
public final class SheetCodes {

	/** Digits that stand as they are in a cell of its own accord. */
	private static final int DIGITS_SHOWN = 11;

	private static final Pattern DIGITS = Pattern.compile("[0-9]+");

	private static final Pattern POWER = Pattern.compile("[0-9]+e-?[0-9]+");

	private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

	private static final Pattern DATE = Pattern.compile(
			"[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,4})?|%1$s-?[0-9]{1,4}(?:-[0-9]{1,4})?|[0-9]{1,4}-?%1$s(?:-?[0-9]{1,4})?"
				.formatted(MONTH));

	private static final Pattern LOGICAL = Pattern.compile("true|false");

	private SheetCodes() {
	}

	/**
	 * One fault for each such code that sheets have: the plan's, and those that figures
	 * are handed in under, also of numbers still to be assigned.
	 * @param inForce the same plan as it is now, whose codes stay; null for a new one
	 */
	public static List<Fault> faults(PlanFile file, @Nullable Plan inForce) {
		Plan plan = file.plan();
		List<Fault> faults = new ArrayList<>();
		if (inForce == null) {
			rewritten(plan.id()).ifPresent((what) -> faults.add(fault(0, Subject.NONE, "plan", plan.id(), what)));
		}
		Predicate<String> isNew = (code) -> inForce == null || !codes(inForce).contains(code);
		codes(plan).stream()
			.filter(isNew)
			.forEach((code) -> rewritten(code)
				.ifPresent((what) -> faults.add(fault(line(file, code), Subject.of(code), "indicator", code, what))));
		return List.copyOf(faults);
	}

	private static List<String> codes(Plan plan) {
		Stream<String> reported = plan.entries().stream().map(Target::indicator);
		Stream<String> expected = plan.targets().stream().flatMap((target) -> expected(target.goal()));
		return Stream.concat(reported, expected).distinct().toList();
	}

	private static Stream<String> expected(Goal goal) {
		return (goal instanceof AssignedBy assigned) ? assigned.expects().stream().map(ExpectedNumber::indicator)
				: Stream.empty();
	}

	/** What a spreadsheet takes it for; empty where it stays as it is. */
	static Optional<Text> rewritten(String code) {
		boolean whole = DIGITS.matcher(code).matches();
		if ((whole && (code.length() > DIGITS_SHOWN || (code.length() > 1 && code.startsWith("0"))))
				|| POWER.matcher(code).matches()) {
			return Optional.of(new Text("数字", "number"));
		}
		if (DATE.matcher(code).matches()) {
			return Optional.of(new Text("日期", "date"));
		}
		return LOGICAL.matcher(code).matches() ? Optional.of(new Text("逻辑值", "truth value")) : Optional.empty();
	}

	private static Fault fault(int line, Subject subject, String field, String code, Text what) {
		return new Fault(line, subject, field, "sheet", Text.format(
				"代码“%1$s”在电子表格中会被当作%2$s改写，填报表打开保存后就对不上；请换一个代码，如 x-%1$s",
				"a spreadsheet takes the code \"%1$s\" for a %2$s and rewrites it, so that a sheet that was saved does not fit any more; write another one, such as x-%1$s",
				code, what));
	}

	private static int line(PlanFile file, String code) {
		Node.Mapping definition = file.definitions().get(code);
		return (definition != null) ? definition.line() : 0;
	}

}
