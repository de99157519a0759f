package org.targetmonitor.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Faulty;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Node;
import org.targetmonitor.input.Subject;
import org.targetmonitor.input.Text;

/**
 * Reads a calendar file.
 *
 * <pre>
 * year: 2024
 * source: 国务院办公厅关于2024年部分节假日安排的通知(国办发明电〔2023〕7号)
 * off:
 *   - 2024-02-10..2024-02-17 春节
 * work:
 *   - 2024-02-04 春节
 * </pre>
 *
 * The name after the days is for people and may be left out; it holds no digits, so that
 * no date is taken for a name.
 */
public final class CalendarFile {

	private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

	private static final Pattern DAYS = Pattern
		.compile("(?<first>" + DATE + ")(\\.\\.(?<last>" + DATE + "))?([\\s\\u3000]++[^\\p{Nd}]+)?");

	private final List<Fault> faults = new ArrayList<>();

	/** On which line each day stands. */
	private final Map<LocalDate, Integer> lines = new HashMap<>();

	private final Fields fields;

	private CalendarFile(Node document) {
		this.fields = Fields.of(document, "", "", this.faults);
	}

	/**
	 * Reads one file.
	 * @param name the file's name, for the message
	 * @return the year it describes
	 * @throws Faulty naming every fault with its line
	 */
	public static CalendarYear read(Node document, String name) {
		CalendarFile file = new CalendarFile(document);
		Optional<CalendarYear> year = file.year();
		file.faults.sort(Comparator.comparingInt(Fault::line));
		return year.orElseThrow(() -> faulty(name, file.faults));
	}

	/** Says that a calendar file cannot be used. */
	public static Faulty faulty(String name, List<Fault> faults) {
		return new Faulty("工作日历 / working-day calendar " + name, faults);
	}

	private Optional<CalendarYear> year() {
		int year = this.fields.requiredWhole("year", Period.FIRST_YEAR, Period.LAST_YEAR);
		boolean known = this.faults.isEmpty();
		String source = this.fields.requiredText("source");
		List<Node> itemsOff = this.fields.items("off");
		List<Days> off = days("off", itemsOff);
		List<Days> work = days("work", this.fields.items("work"));
		this.fields.refuseOthers();
		// Every year has holidays: without any, National Day would count as worked
		if (itemsOff.isEmpty()) {
			this.fields.fault("off", "required", new Text("没有一个放假日", "not one day off"));
		}
		Set<LocalDate> daysOff = known ? checked(year, off) : Set.of();
		Set<LocalDate> worked = known ? checked(year, work) : Set.of();
		return this.faults.isEmpty() ? Optional.of(new CalendarYear(year, source, daysOff, worked)) : Optional.empty();
	}

	private List<Days> days(String key, List<Node> items) {
		return items.stream().flatMap((item) -> days(key, item).stream()).toList();
	}

	private Optional<Days> days(String key, Node item) {
		String text = switch (item) {
			case Node.Scalar scalar -> scalar.text().strip();
			case Node.Mapping days -> String.join(", ", days.entries().keySet()) + ":";
			default -> "";
		};
		Matcher range = DAYS.matcher(text);
		if (!range.matches()) {
			fault(key, item.line(), Text.format("“%s”不是 2024-02-10 或 2024-02-10..2024-02-17 加名称（名称不含数字）",
					"\"%s\" is not 2024-02-10 or 2024-02-10..2024-02-17 and a name without digits", text));
			return Optional.empty();
		}
		try {
			LocalDate first = LocalDate.parse(range.group("first"));
			String last = range.group("last");
			return Optional.of(new Days(key, item.line(), first, (last != null) ? LocalDate.parse(last) : first));
		}
		catch (DateTimeException ex) {
			fault(key, item.line(), Text.format("“%s”中有不存在的日期", "\"%s\" has a date that does not exist", text));
			return Optional.empty();
		}
	}

	private Set<LocalDate> checked(int year, List<Days> all) {
		Set<LocalDate> checked = new HashSet<>();
		for (Days days : all) {
			Optional<Text> objection = days.objection(year);
			objection.ifPresent((reason) -> fault(days.key(), days.line(), reason));
			if (objection.isEmpty()) {
				days.each().filter((day) -> once(days, day)).forEach(checked::add);
			}
		}
		return checked;
	}

	private boolean once(Days days, LocalDate day) {
		Integer before = this.lines.putIfAbsent(day, days.line());
		if (before != null) {
			fault(days.key(), days.line(), Text.format("%s已写在第%d行", "%s is already on line %d", day, before));
		}
		return before == null;
	}

	private void fault(String key, int line, Text reason) {
		this.faults.add(new Fault(line, Subject.NONE, key, "days", reason));
	}

	/** The days that one item names, both ends included. */
	private record Days(String key, int line, LocalDate first, LocalDate last) {

		Stream<LocalDate> each() {
			return this.first.datesUntil(this.last.plusDays(1));
		}

		/**
		 * The first objection; the ends are asked before the days between, which may be
		 * very many.
		 */
		Optional<Text> objection(int year) {
			if (this.last.isBefore(this.first)) {
				return Optional.of(Text.format("%s在%s之前", "%s is before %s", this.last, this.first));
			}
			return CalendarYear.objectionToOff(year, this.first)
				.or(() -> CalendarYear.objectionToOff(year, this.last))
				.or(() -> this.key.equals("work") ? objectionToWork(year) : Optional.empty());
		}

		private Optional<Text> objectionToWork(int year) {
			return each().flatMap((day) -> CalendarYear.objectionToWork(year, day).stream()).findFirst();
		}

	}

}
