package org.targetmonitor.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.targetmonitor.input.Days;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Numbers;
import org.targetmonitor.input.Text;
import org.targetmonitor.input.TypedNumber;

/**
 * One assigned number as it is typed on a page: its fields by name, each as text. It
 * becomes a target in the format of a plan file, so that one reader checks both.
 *
 * @param values what was typed, by {@link #FIELDS}
 */
public record AssignedNumber(Map<String, String> values) {

	/** The names of the fields. */
	public static final List<String> FIELDS = List.of("code", "zh", "en", "wording", "measure", "unit", "decimals",
			"kind", "number", "tolerance", "reported", "deadline", "department", "document", "date");

	/**
	 * The kinds of goal that are offered; the last one is about, with less being better.
	 */
	public static final List<String> KINDS = List.of("at-least", "at-most", "about", "about-lower");

	/** The fields that are empty until somebody types. */
	private static final List<String> TYPED = List.of("number", "unit", "document", "date", "decimals", "wording",
			"measure", "tolerance");

	/** How people write the unit that a plan file calls percent. */
	private static final Set<String> PERCENT = Set.of("%", "％", "百分比", "百分点", "percent");

	/** Which field a key of a target is typed in. */
	private static final Map<String, String> TYPED_IN = Map.of("indicator", "code", "name", "zh", "goal", "number",
			"direction", "kind", "at-least", "number", "at-most", "number", "about", "number", "assigned", "document");

	public AssignedNumber {
		Map<String, String> all = new LinkedHashMap<>();
		for (String field : FIELDS) {
			all.put(field, values.getOrDefault(field, "").strip());
		}
		values = all;
	}

	/** A row for a number that a heading waits for. */
	public static AssignedNumber of(ExpectedNumber expected, Department department) {
		return new AssignedNumber(Map.of("code", expected.indicator(), "zh", expected.name().zh(), "en",
				expected.name().en(), "department", department.code(), "kind", "at-least", "reported", "yearly"));
	}

	/** An empty row. */
	public static AssignedNumber empty(Department department) {
		return new AssignedNumber(Map.of("department", department.code(), "kind", "at-least", "reported", "yearly"));
	}

	/** What was typed in a field; empty for nothing. */
	public String get(String field) {
		return this.values.getOrDefault(field, "");
	}

	/**
	 * Whether nothing was typed into it, but for what stood there from the beginning.
	 * @param heading the heading, which may expect a number by this code
	 */
	public boolean isLeftOut(Target heading) {
		boolean expected = heading.goal()
			.expects()
			.stream()
			.anyMatch((number) -> number.indicator().equals(get("code")));
		return (expected || (get("code").isEmpty() && get("zh").isEmpty()))
				&& TYPED.stream().allMatch((field) -> get(field).isEmpty());
	}

	/**
	 * What can be said of it without the plan.
	 * @param today a document is dated no later
	 */
	public List<Fault> faults(LocalDate today) {
		List<Fault> faults = new ArrayList<>();
		if (get("code").isEmpty()) {
			faults.add(Fault.of("", "code", "required", new Text("请填写指标代码", "give the indicator's code")));
		}
		if (isAfter(get("date"), today)) {
			faults.add(
					Fault.of("", "date", "future", new Text("文件日期不能晚于今天", "a document is not dated later than today")));
		}
		return faults;
	}

	/** What is no date is refused by the plan file's reader. */
	private static boolean isAfter(String typed, LocalDate today) {
		return Days.read(typed).filter((day) -> day.isAfter(today)).isPresent();
	}

	/** The field that a fault of the target is about. */
	public static String typedIn(Fault fault) {
		return FIELDS.contains(fault.field()) ? fault.field() : TYPED_IN.getOrDefault(fault.field(), "code");
	}

	/** The target under a heading, with the heading's lead and nature. */
	public Node.Mapping definition(Target heading) {
		boolean about = get("kind").startsWith("about");
		Map<String, Node> target = new LinkedHashMap<>();
		put(target, "indicator", get("code"));
		Map<String, Node> name = new LinkedHashMap<>();
		put(name, "zh", get("zh"));
		put(name, "en", get("en").isEmpty() ? get("zh") : get("en"));
		target.put("name", new Node.Mapping(name, 0));
		put(target, "wording", wording());
		put(target, "measure", get("measure"));
		put(target, "unit", unit());
		put(target, "decimals", get("decimals"));
		if (about) {
			put(target, "direction", get("kind").equals("about-lower") ? "lower" : "higher");
		}
		Map<String, Node> goal = new LinkedHashMap<>();
		put(goal, about ? "about" : get("kind"), number());
		if (about) {
			put(goal, "tolerance", plain("tolerance"));
		}
		target.put("goal", new Node.Mapping(goal, 0));
		put(target, "reported", get("reported"));
		put(target, Deadline.KEY, deadline());
		put(target, "department", get("department"));
		put(target, "lead", heading.lead().code());
		put(target, "nature", heading.nature().key());
		put(target, "under", heading.indicator());
		Map<String, Node> assigned = new LinkedHashMap<>();
		put(assigned, "document", get("document"));
		put(assigned, "date", get("date"));
		target.put("assigned", new Node.Mapping(assigned, 0));
		return new Node.Mapping(target, 0);
	}

	/** A rate has one unit, which needs no typing. */
	private String unit() {
		boolean rate = List.of(Measure.GROWTH.key(), Measure.RATIO.key()).contains(get("measure"));
		return (PERCENT.contains(get("unit")) || (rate && get("unit").isEmpty())) ? "percent" : get("unit");
	}

	/** A day as people write it, or a period. */
	private String deadline() {
		String typed = get(Deadline.KEY);
		return Deadline.parse(typed).isPresent() ? typed : Days.read(typed).map(LocalDate::toString).orElse(typed);
	}

	private String number() {
		return plain("number");
	}

	/**
	 * A number as people type it; what is none stays as it is, to be refused, and so does
	 * a decrease in words where it is no rate that decreases.
	 */
	private String plain(String field) {
		String typed = get(field);
		boolean decrease = typed.matches("(同比)?(下降|减少|降低|负).*");
		boolean refused = decrease && !get("measure").equals(Measure.GROWTH.key());
		return (!refused && TypedNumber.read(typed, unit()) instanceof TypedNumber.Taken taken)
				? Numbers.plain(taken.value()) : typed;
	}

	/** Where the document's words are not given, the name with the number assigned. */
	private String wording() {
		if (!get("wording").isEmpty() || get("zh").isEmpty()) {
			return get("wording").isEmpty() ? get("zh") : get("wording");
		}
		boolean down = number().startsWith("-") && get("measure").equals(Measure.GROWTH.key());
		String number = number().replace("-", down ? "" : "−") + Measurement.unitWords(unit()).zh();
		return get("zh") + "：" + switch (get("kind")) {
			case "at-least" -> down ? "降幅不超过" + number : "不低于" + number;
			case "at-most" -> down ? "下降" + number + "以上" : "不高于" + number;
			default -> (down ? "下降" : "") + number + "左右";
		};
	}

	private static void put(Map<String, Node> mapping, String key, String value) {
		if (!value.isEmpty()) {
			mapping.put(key, new Node.Scalar(value, 0));
		}
	}

}
