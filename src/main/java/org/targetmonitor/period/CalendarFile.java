package org.targetmonitor.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a calendar file: one fact a line, {@code year 2024}, {@code source …},
 * {@code off 2024-02-10..2024-02-17 春节}, {@code work 2024-02-04 春节}; lines that begin
 * with {@code #} and empty lines are passed over.
 */
public final class CalendarFile {

	private final String name;

	private final List<String> faults = new ArrayList<>();

	private final Set<LocalDate> off = new HashSet<>();

	private final Set<LocalDate> work = new HashSet<>();

	private int year;

	private String source = "";

	private CalendarFile(String name) {
		this.name = name;
	}

	/**
	 * Reads the lines of a file.
	 * @param name the file's name, for the message
	 * @throws FaultyCalendar with every fault, each naming its line
	 */
	public static CalendarYear read(String name, List<String> lines) {
		CalendarFile file = new CalendarFile(name);
		for (int index = 0; index < lines.size(); index++) {
			file.line(index + 1, lines.get(index).strip());
		}
		return file.checked();
	}

	private void line(int number, String line) {
		if (line.isEmpty() || line.startsWith("#")) {
			return;
		}
		String[] words = line.split("\\s+", 3);
		String value = (words.length > 1) ? words[1] : "";
		switch (words[0]) {
			case "year" -> year(number, value);
			case "source" -> this.source = line.substring("source".length()).strip();
			case "off" -> this.off.addAll(days(number, value));
			case "work" -> this.work.addAll(days(number, value));
			default -> fault(number, "应以 year、source、off 或 work 开头", "must begin with year, source, off or work");
		}
	}

	private void year(int number, String value) {
		if (!value.matches("[0-9]{4}") || this.year != 0) {
			fault(number, "年份应为四位数字且只出现一次", "the year has four digits and stands once");
			return;
		}
		this.year = Integer.parseInt(value);
	}

	private List<LocalDate> days(int number, String value) {
		String[] ends = value.split("\\.\\.", 2);
		try {
			LocalDate first = LocalDate.parse(ends[0]);
			LocalDate last = (ends.length > 1) ? LocalDate.parse(ends[1]) : first;
			if (last.isBefore(first) || first.getYear() != this.year || last.getYear() != this.year) {
				fault(number, "日期应属于文件所述年份，且起止有序", "the days must be of the file's year and in order");
				return List.of();
			}
			return first.datesUntil(last.plusDays(1)).toList();
		}
		catch (DateTimeException ex) {
			fault(number, "“" + value + "”不是日期，应如 2024-02-10 或 2024-02-10..2024-02-17",
					"\"" + value + "\" is no day or range of days");
			return List.of();
		}
	}

	private CalendarYear checked() {
		if (this.year == 0 || this.source.isEmpty()) {
			fault(0, "缺少 year 或 source", "year or source is missing");
		}
		for (LocalDate day : this.work) {
			if (!CalendarYear.isWeekend(day) || this.off.contains(day)) {
				fault(0, day + " 应为周末且不是放假日，才能是调休上班日", day + " must be a weekend day that is not off to be worked");
			}
		}
		if (!this.faults.isEmpty()) {
			throw new FaultyCalendar(this.name, this.faults);
		}
		return new CalendarYear(this.year, this.source, this.off, this.work);
	}

	private void fault(int line, String zh, String en) {
		String place = (line > 0) ? "line " + line + ": " : "";
		this.faults.add(place + zh + " / " + en);
	}

}
