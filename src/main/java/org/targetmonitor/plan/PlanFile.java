package org.targetmonitor.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faults;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.DueRule;

/**
 * A plan as it is written in a file, sent to the API and kept in the database: one
 * format, read here and nowhere else.
 *
 * @param plan what it means
 * @param header everything but the targets, as written
 * @param definitions each target as written, by indicator, in the plan's order
 */
public record PlanFile(Plan plan, Node.Mapping header, Map<String, Node.Mapping> definitions) {

	private static final String TARGETS = "targets";

	private static final Map<String, OnceLagging> ONCE_LAGGING = Fields.byKey(OnceLagging.values(), OnceLagging::key);

	public PlanFile {
		definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
	}

	/**
	 * Reads a plan as it comes in.
	 * @throws Faulty with every fault found
	 */
	public static PlanFile read(Node document, String name) {
		return read(document, name, true);
	}

	/** What was recorded before a rule came is still read, without what nobody sees. */
	private static PlanFile read(Node document, String name, boolean comesIn) {
		List<Fault> faults = new ArrayList<>();
		Fields fields = Fields.of(comesIn ? document : document.visible(), "", "plan", faults);
		Plan plan = plan(fields, faults);
		if (!comesIn) {
			faults.removeIf(UnitName::isRefused);
		}
		else if (document instanceof Node.Mapping mapping) {
			GoalRules.refuseMoreThanAll(plan, definitions(mapping), faults);
			GoalRules.askForDirection(plan, definitions(mapping), faults);
			GoalRules.askForWords(plan, definitions(mapping), faults);
		}
		if (!faults.isEmpty() || !(document instanceof Node.Mapping mapping)) {
			throw new Faulty(name, Faults.byLine(GoalRules.withoutConsequences(faults)));
		}
		return new PlanFile(plan, mapping.without(TARGETS), definitions(mapping));
	}

	/** Puts together again what the database keeps apart. */
	public static PlanFile read(Node.Mapping header, List<Node> definitions, String name) {
		return read(header.with(TARGETS, new Node.Sequence(definitions, 0)), name, false);
	}

	/** The whole document, as it may be sent again. */
	public Node.Mapping document() {
		return this.header.with(TARGETS, new Node.Sequence(List.copyOf(this.definitions.values()), 0));
	}

	private static Plan plan(Fields fields, List<Fault> faults) {
		String id = fields.requiredCode("plan");
		int year = fields.requiredWhole("year", 1950, 2199);
		Map<String, Department> departments = departments(fields, faults);
		DueRule due = due(fields, "due", faults).orElse(new DueRule.WorkingDaysAfterPeriod(15));
		fields.requiredNode("due");
		Departments listed = new Departments(departments);
		Area area = area(fields, faults);
		TargetReader reader = new TargetReader(area, year, listed, due,
				TermsReader.Quantities.read(fields, TermsReader.Quantities.UNSAID), faults);
		TaskReader tasks = new TaskReader(year, listed, due, faults);
		Plan plan = new Plan(id, fields.requiredWords("title"), area, year, zone(fields),
				fields.requiredWords("source"), closes(fields, year), fields.flag("invented"), departments,
				new Contents<>(
						reader.readAll(fields.requiredNode(TARGETS).isPresent() ? fields.items(TARGETS) : List.of()),
						reader.parts(), tasks.tasks(fields.items("tasks")),
						tasks.commitments(fields.items("commitments")), reader.elsewhere(), Target::indicator,
						Target::namedOthers),
				fields.choice("once-lagging", ONCE_LAGGING).orElse(OnceLagging.NONE), kin(fields, id));
		fields.refuseOthers();
		refuseTwice(fields, plan);
		if (plan.targets().isEmpty() && faults.isEmpty()) {
			fields.fault(TARGETS, "required", new Text("计划至少要有一项目标", "a plan has at least one target"));
		}
		return plan;
	}

	private static Kin kin(Fields fields, String plan) {
		String before = fields.text("year-before").orElse(null);
		if (plan.equals(before)) {
			fields.fault("year-before", "itself", new Text("上年计划不能是本计划", "a plan is not its own year before"));
		}
		return new Kin(fields.flag("beside"), before);
	}

	/** A target that stands twice is told where it stands. */
	private static void refuseTwice(Fields fields, Plan plan) {
		Set<String> seen = new HashSet<>();
		plan.targets().forEach((target) -> seen.add(target.indicator()));
		Stream.of(plan.parts(), plan.tasks(), plan.commitments())
			.flatMap(List::stream)
			.filter((entry) -> !entry.indicator().isEmpty() && !seen.add(entry.indicator()))
			.forEach((entry) -> fields.fault(TARGETS, "twice",
					Text.format("代码“%s”在计划中出现两次", "the code \"%s\" stands twice in the plan", entry.indicator())));
	}

	private static Map<String, Department> departments(Fields fields, List<Fault> faults) {
		Map<String, Department> departments = new LinkedHashMap<>();
		fields.requiredNode("departments").ifPresent((node) -> {
			Fields list = Fields.of(node, "", "departments", faults);
			list.keys()
				.forEach((code) -> list.requiredNode(code)
					.ifPresent((entry) -> departments.put(code, department(code, entry, faults))));
		});
		return departments;
	}

	private static Department department(String code, Node node, List<Fault> faults) {
		Fields fields = Fields.of(node, "", "departments." + code, faults);
		if (!Fields.isCode(code)) {
			faults.add(new Fault(node.line(), "", "departments." + code, "code", new Text("部门代码只可用小写字母、数字和连字符",
					"a department's code has small letters, digits and single hyphens only")));
		}
		String zh = fields.requiredText("zh");
		String en = fields.text("en").orElse(zh);
		Department department = new Department(code, new Text(zh, en), new Text(fields.text("short").orElse(zh), en));
		fields.refuseOthers();
		return department;
	}

	private static Area area(Fields fields, List<Fault> faults) {
		Optional<Node> node = fields.requiredNode("area");
		if (node.isEmpty()) {
			return new Area("", Text.same(""));
		}
		Fields area = Fields.of(node.get(), "", "area", faults);
		String code = area.requiredText("code");
		if (!Area.isCode(code)) {
			area.fault("code", "code", Area.refusal(code));
		}
		String zh = area.requiredText("zh");
		Text name = new Text(zh, area.text("en").orElse(zh));
		Area read = new Area(code, name, parent(area, code));
		area.text("country")
			.filter((country) -> Area.isCode(code) && !country.equals(read.country()))
			.ifPresent((country) -> area.fault("country", "country", Text.format("代码“%s”属于%s，不是“%s”",
					"the code \"%s\" is one of %s, not of \"%s\"", code, read.country(), country)));
		area.refuseOthers();
		return read;
	}

	/** The area that it lies in, of the same country. */
	private static @Nullable String parent(Fields area, String code) {
		String parent = area.text("parent").orElse(null);
		if (parent == null || !Area.isCode(code)) {
			return parent;
		}
		if (!Area.isCode(parent)) {
			area.fault("parent", "code", Area.refusal(parent));
		}
		else if (!Area.countryOf(parent).equals(Area.countryOf(code))) {
			area.fault("parent", "country", Text.format("上级地区“%s”与“%s”不属于同一国家或地区",
					"the area above, \"%s\", is of another country than \"%s\"", parent, code));
		}
		else if (new Area(parent, Text.same("")).isWithin(code)) {
			area.fault("parent", "itself",
					Text.format("“%s”不在“%s”之上", "\"%s\" does not lie above \"%s\"", parent, code));
		}
		return parent;
	}

	private static ZoneId zone(Fields fields) {
		String zone = fields.requiredText("timezone");
		try {
			return zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
		}
		catch (DateTimeException ex) {
			fields.fault("timezone", "zone",
					Text.format("“%s”不是时区，应如 Asia/Shanghai", "\"%s\" is no time zone like Asia/Shanghai", zone));
			return ZoneId.of("UTC");
		}
	}

	private static LocalDate closes(Fields fields, int year) {
		return fields.requiredDate("closes").map((closes) -> {
			if (closes.getYear() <= year) {
				fields.fault("closes", "range",
						Text.format("关闭日期应在%d年结束之后", "a plan closes after the end of %d", year));
			}
			return closes;
		}).orElse(LocalDate.EPOCH);
	}

	/** Reads {@code due}, of a plan or of one target. */
	static Optional<DueRule> due(Fields fields, String key, List<Fault> faults) {
		return fields.node(key).map((node) -> {
			Fields due = Fields.of(node, fields.subject(), key, faults);
			Optional<DueRule> days = due.whole("working-days-after-period", 1, 366)
				.map(DueRule.WorkingDaysAfterPeriod::new);
			Optional<DueRule> months = due.whole("months-after-period", 1, 120).map(DueRule.MonthsAfterPeriod::new);
			due.refuseOthers();
			if (days.isPresent() == months.isPresent()) {
				fields.fault(key, "choice", new Text("应填 working-days-after-period 或 months-after-period 其中一项",
						"must have either working-days-after-period or months-after-period"));
			}
			return days.or(() -> months).orElse(new DueRule.MonthsAfterPeriod(1));
		});
	}

	private static Map<String, Node.Mapping> definitions(Node.Mapping document) {
		Map<String, Node.Mapping> definitions = new LinkedHashMap<>();
		if (document.entries().get(TARGETS) instanceof Node.Sequence targets) {
			for (Node target : targets.items()) {
				if (target instanceof Node.Mapping mapping
						&& mapping.entries().get("indicator") instanceof Node.Scalar indicator) {
					definitions.put(indicator.text(), mapping);
				}
			}
		}
		return definitions;
	}

}
