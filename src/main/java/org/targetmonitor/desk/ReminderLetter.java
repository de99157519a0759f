package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.PeriodWords;

/** Writes what a department is told: what is owed and by when, never a figure. */
final class ReminderLetter {

	private ReminderLetter() {
	}

	static String subject(ReportCell cell, Reminder.Occasion occasion) {
		return "【%s】%s %s：%s".formatted(occasion.words().zh(), cell.plan().title().zh(),
				PeriodWords.named(cell.period()).zh(), cell.department().shortName().zh());
	}

	/** In Chinese with English below; {@code address} is where the monitor is opened. */
	static String words(ReportCell cell, Reminder.Occasion occasion, String address) {
		List<LocalDate> days = cell.owed()
			.stream()
			.flatMap((owed) -> owed.due().ifKnown().stream())
			.distinct()
			.toList();
		LocalDate due = (days.size() == 1) ? days.getFirst() : null;
		boolean each = days.size() > 1;
		String link = address.isEmpty() ? "" : address + "/fill";
		return """
				%s：

				请报送《%s》%s 的以下指标：
				%s
				%s%s
				——目标监测系统

				%s:

				Please report for %s (%s):
				%s
				%s%s
				-- Target monitor
				""".formatted(cell.department().name().zh(), cell.plan().title().zh(),
				PeriodWords.named(cell.period()).zh(), list(cell.owed(), each, true), due(due, occasion).zh(),
				link.isEmpty() ? "" : "填报地址：" + link + "\n", cell.department().name().en(),
				PeriodWords.named(cell.period()).en(), cell.plan().title().en(), list(cell.owed(), each, false),
				due(due, occasion).en(), link.isEmpty() ? "" : "Report at: " + link + "\n");
	}

	private static Text due(@Nullable LocalDate due, Reminder.Occasion occasion) {
		if (due == null) {
			return Text.same("");
		}
		return (occasion == Reminder.Occasion.AFTER)
				? Text.format("报送期限为%s，现已逾期。\n", "They were due on %s and are overdue.\n", due)
				: Text.format("报送期限：%s（当日仍为按时）。\n", "They are due by %s, that day included.\n", due);
	}

	/** With its due day beside each where they differ. */
	private static String list(List<Obligation> owed, boolean each, boolean zh) {
		return owed.stream()
			.map((one) -> "- " + (zh ? one.target().name().zh() : one.target().name().en())
					+ (one.isReturned() ? (zh ? "（已退回，请更正后重报）" : " (returned, please correct it)") : "")
					+ (each ? one.due().ifKnown().map((day) -> (zh ? "，期限" : ", due ") + day).orElse("") : ""))
			.collect(Collectors.joining("\n"));
	}

}
