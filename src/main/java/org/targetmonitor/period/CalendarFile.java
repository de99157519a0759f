package org.targetmonitor.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.period.CalendarYear.Wording;
import org.targetmonitor.period.FaultyCalendar.Fault;

/**
 * Reads a calendar file: one fact per line, {@code #} at the start of a line or after a
 * space begins a comment.
 *
 * <pre>
 * year 2024
 * source 国务院办公厅关于2024年部分节假日安排的通知(国办发明电〔2023〕7号)
 * off 2024-02-10..2024-02-17 春节
 * work 2024-02-04 春节
 * </pre>
 *
 * The name after the days is for people and may be left out; it holds no digits, so that
 * no date is taken for a name.
 */
public final class CalendarFile {

	private static final Pattern COMMENT = Pattern.compile("(^|[\\s\\u3000])#.*");

	private static final Pattern FACT = Pattern.compile("(?<word>\\S+?)([\\s\\u3000]+(?<rest>.+))?");

	private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

	private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

	private static final Pattern DAYS = Pattern
		.compile("(?<first>" + DATE + ")(\\.\\.(?<last>" + DATE + "))?([\\s\\u3000]+[^\\p{Nd}]+)?");

	private final List<Fault> faults = new ArrayList<>();

	private final List<Days> days = new ArrayList<>();

	private @Nullable Integer year;

	private @Nullable String source;

	private CalendarFile() {
	}

	/**
	 * Reads one file.
	 * @param name the file's name, for the message
	 * @param lines its lines
	 * @return the year it describes
	 * @throws FaultyCalendar naming every fault with its line
	 */
	public static CalendarYear parse(String name, List<String> lines) {
		CalendarFile file = new CalendarFile();
		for (int index = 0; index < lines.size(); index++) {
			file.read(index + 1, lines.get(index));
		}
		return file.calendar(name);
	}

	private void read(int line, String text) {
		// Editors on Windows begin a UTF-8 file with a byte order mark
		String bare = (line == 1 && text.startsWith("\uFEFF")) ? text.substring(1) : text;
		Matcher fact = FACT.matcher(COMMENT.matcher(bare).replaceFirst("").strip());
		if (fact.matches()) {
			String rest = Optional.ofNullable(fact.group("rest")).orElse("");
			switch (fact.group("word")) {
				case "year" -> readYear(line, rest);
				case "source" -> readSource(line, rest);
				case "off" -> readDays(line, false, rest);
				case "work" -> readDays(line, true, rest);
				case String word -> fault(line, "不认识“%s”，只有 year、source、off、work".formatted(word),
						"“%s” is not known, only year, source, off and work are".formatted(word));
			}
		}
	}

	private void readYear(int line, String text) {
		if (this.year != null) {
			fault(line, "year 出现两次", "a second year");
		}
		else if (YEAR.matcher(text).matches() && Period.isYear(Integer.parseInt(text))) {
			this.year = Integer.valueOf(text);
		}
		else {
			fault(line, "“%s”不是 1900 至 2999 的年份".formatted(text),
					"“%s” is not a year from 1900 to 2999".formatted(text));
		}
	}

	private void readSource(int line, String text) {
		if (this.source != null) {
			fault(line, "source 出现两次", "a second source");
		}
		else if (text.isEmpty()) {
			fault(line, "source 没有写明文件", "the source is empty");
		}
		else {
			this.source = text;
		}
	}

	private void readDays(int line, boolean work, String text) {
		Matcher range = DAYS.matcher(text);
		if (!range.matches()) {
			fault(line, "“%s”不是 2024-02-10 或 2024-02-10..2024-02-17 加名称（名称不含数字）".formatted(text),
					"“%s” is not 2024-02-10 or 2024-02-10..2024-02-17 and a name without digits".formatted(text));
			return;
		}
		try {
			LocalDate first = LocalDate.parse(range.group("first"));
			String last = range.group("last");
			addDays(new Days(line, work, first, (last != null) ? LocalDate.parse(last) : first));
		}
		catch (DateTimeException ex) {
			fault(line, "“%s”中有不存在的日期".formatted(text), "“%s” has a date that does not exist".formatted(text));
		}
	}

	private void addDays(Days range) {
		if (range.last().isBefore(range.first())) {
			fault(range.line(), "%s 在 %s 之前".formatted(range.last(), range.first()),
					"%s is before %s".formatted(range.last(), range.first()));
		}
		else {
			this.days.add(range);
		}
	}

	private CalendarYear calendar(String name) {
		Set<LocalDate> off = new HashSet<>();
		Set<LocalDate> work = new HashSet<>();
		if (this.year != null) {
			sortDays(this.year, off, work);
		}
		this.faults.sort((one, other) -> Integer.compare(one.line(), other.line()));
		faultsOfTheWhole();
		if (!this.faults.isEmpty() || this.year == null || this.source == null) {
			throw new FaultyCalendar(name, this.faults);
		}
		return new CalendarYear(this.year, this.source, off, work);
	}

	private void sortDays(int inYear, Set<LocalDate> off, Set<LocalDate> work) {
		Map<LocalDate, Integer> lineOf = new TreeMap<>();
		for (Days range : this.days) {
			Optional<Wording> objection = range.objection(inYear);
			objection.ifPresent((wording) -> fault(range.line(), wording.zh(), wording.en()));
			if (objection.isEmpty()) {
				range.first().datesUntil(range.last().plusDays(1)).forEach((day) -> {
					once(lineOf, day, range.line());
					(range.work() ? work : off).add(day);
				});
			}
		}
	}

	private void once(Map<LocalDate, Integer> lineOf, LocalDate day, int line) {
		Integer before = lineOf.putIfAbsent(day, line);
		if (before != null) {
			fault(line, "%s 已写在第 %d 行".formatted(day, before), "%s is already on line %d".formatted(day, before));
		}
	}

	private void faultsOfTheWhole() {
		if (this.year == null) {
			fault(0, "缺少 year", "no year");
		}
		if (this.source == null) {
			fault(0, "缺少 source", "no source");
		}
		// Every year has holidays: without any, National Day would count as worked
		if (this.days.stream().allMatch(Days::work)) {
			fault(0, "没有一个放假日（off）", "not one day off");
		}
	}

	private void fault(int line, String zh, String en) {
		this.faults.add(new Fault(line, zh, en));
	}

	/** The days one line names, both ends included. */
	private record Days(int line, boolean work, LocalDate first, LocalDate last) {

		/**
		 * The first objection; the ends are asked before the days between, which may be
		 * very many.
		 */
		Optional<Wording> objection(int year) {
			return CalendarYear.objectionToOff(year, this.first)
				.or(() -> CalendarYear.objectionToOff(year, this.last))
				.or(() -> this.work ? objectionToWork(year) : Optional.empty());
		}

		private Optional<Wording> objectionToWork(int year) {
			return this.first.datesUntil(this.last.plusDays(1))
				.flatMap((day) -> CalendarYear.objectionToWork(year, day).stream())
				.findFirst();
		}

	}

}
