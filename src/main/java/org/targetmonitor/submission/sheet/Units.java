package org.targetmonitor.submission.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The units that a sheet gives in words: in brackets in a heading, or above the table as
 * 单位：万元. All patterns are bounded, for sheets come from outside.
 */
final class Units {

	private static final String PERCENT = "percent";

	private static final Pattern UNIT = Pattern
		.compile("%|‰|千分比|percent|[十百千万亿]*(元|美元|人|人次|吨|吨标准煤|斤|公斤|户|套|个|家|件|台|辆|公里|平方米|平方公里|公顷|亩|千瓦时)");

	private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔]([^)\\]】〕]{0,60}+)");

	private static final Pattern LABEL = Pattern.compile("单位:?([^)\\]】〕单]{0,60}+)");

	private static final Pattern RATE = Pattern.compile("速|率|幅|比重|%|growth|rate");

	private Units() {
	}

	/** The units in all brackets of a heading; none where nothing in them is one. */
	static List<String> inHeading(String heading) {
		List<String> units = new ArrayList<>();
		Matcher brackets = BRACKETS.matcher(plain(heading));
		while (brackets.find()) {
			units.addAll(listed(brackets.group(1)));
		}
		return units;
	}

	/** The units that the lines above the headings give for the whole table. */
	static List<String> above(Grid grid, Header header) {
		List<String> units = new ArrayList<>();
		for (int row : grid.filled().stream().filter((number) -> number < header.row()).toList()) {
			List<Integer> columns = grid.filled(row);
			for (int index = 0; index < columns.size(); index++) {
				Optional<Integer> next = (index + 1 < columns.size()) ? Optional.of(columns.get(index + 1))
						: Optional.empty();
				String beside = next.map((column) -> grid.at(row, column).words()).orElse("");
				units.addAll(labelled(grid.at(row, columns.get(index)).words(), beside));
			}
		}
		return units;
	}

	private static List<String> labelled(String words, String beside) {
		List<String> units = new ArrayList<>();
		Matcher label = LABEL.matcher(plain(words));
		while (label.find()) {
			units.addAll(listed(label.group(1).isEmpty() ? plain(beside) : label.group(1)));
		}
		return units;
	}

	private static List<String> listed(String text) {
		return Arrays.stream(text.split("[,、;/和]"))
			.map((part) -> part.startsWith("单位:") ? part.substring(3) : part)
			.filter((part) -> UNIT.matcher(part).matches())
			.toList();
	}

	/** Whether a heading itself says that its figures are rates. */
	static boolean isRate(String heading) {
		return RATE.matcher(plain(heading)).find();
	}

	/** Whether what stands in a sheet is the unit of an indicator. */
	static boolean isUnit(String given, String unit) {
		String found = plain(given);
		return found.equals(plain(unit)) || (unit.equals("‰") && found.equals("千分比"))
				|| (unit.isEmpty() && List.of("无", "none", "指数", "index", "-").contains(found))
				|| (unit.equals(PERCENT) && List.of("%", "百分比", "百分点").contains(found));
	}

	private static String plain(String text) {
		return Foldings.folded(text);
	}

}
