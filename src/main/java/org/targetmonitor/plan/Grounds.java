package org.targetmonitor.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Days;
import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * What a change of a plan rests on.
 *
 * @param reason why; null for none
 * @param document the name and number of the document it stands in; null for none
 * @param documentDate that document's date; null where it is not given
 */
public record Grounds(@Nullable String reason, @Nullable String document, @Nullable LocalDate documentDate) {

	private static final int LONGEST = 200;

	/** The longest reason, in characters. */
	private static final int LONGEST_REASON = 500;

	/** A reason without a document, of the monitor itself. */
	public static Grounds of(@Nullable String reason) {
		return new Grounds(filled(reason), null, null);
	}

	/**
	 * Reads what was typed; what is blank counts as not given.
	 * @param today the day after which no document can be dated
	 * @param faults takes what is wrong, under {@code reason}, {@code document} and
	 * {@code document-date}
	 */
	public static Grounds read(@Nullable String reason, @Nullable String document, @Nullable String date,
			LocalDate today, List<Fault> faults) {
		String why = filled(reason);
		if (why != null && !Fields.isText(why, LONGEST_REASON)) {
			faults.add(Fault.of("", "reason", "text", Text.format("原因最多%d字，不能有控制字符",
					"a reason has at most %d characters and no control characters", LONGEST_REASON)));
		}
		String name = filled(document);
		if (name != null && (!Fields.isText(name, LONGEST) || name.codePoints().anyMatch(Character::isISOControl))) {
			faults.add(Fault.of("", "document", "text", Text.format("文件名称和文号最多%d字，不能有控制字符",
					"a document's name has at most %d characters and no control characters", LONGEST)));
		}
		String typed = filled(date);
		LocalDate day = (typed != null) ? day(typed, today, faults) : null;
		if (name == null && typed != null) {
			faults.add(Fault.of("", "document", "required",
					new Text("填写了文件日期，应同时填写文件名称和文号", "a document's date needs the document's name and number")));
		}
		return new Grounds(why, name, day);
	}

	private static @Nullable LocalDate day(String typed, LocalDate today, List<Fault> faults) {
		LocalDate day = Days.read(typed).orElse(null);
		if (day == null) {
			faults.add(Fault.of("", "document-date", "date",
					Text.format("“%s”不是日期，应如 2024-07-10", "\"%s\" is no date like 2024-07-10", typed)));
		}
		else if (day.isAfter(today)) {
			faults.add(Fault.of("", "document-date", "future",
					new Text("文件日期不能晚于今天", "a document is not dated later than today")));
		}
		return day;
	}

	private static @Nullable String filled(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
