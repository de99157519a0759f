package org.targetmonitor.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.targetmonitor.input.Text;
import org.targetmonitor.plan.PeriodWords;

/**
 * Writes what a department is told: what is owed and by when, never a figure.
 *
 * @param cell what is owed
 * @param occasion what makes it
 * @param address where the monitor is opened
 * @param meant the day it was meant for
 * @param today the day it is written on
 */
record ReminderLetter(ReportCell cell, Reminder.Occasion occasion, String address, LocalDate meant, LocalDate today) {

	static ReminderLetter byHand(ReportCell cell, String address, LocalDate today) {
		return new ReminderLetter(cell, Reminder.Occasion.BY_HAND, address, today, today);
	}

	private boolean isLate() {
		return this.meant.isBefore(this.today);
	}

	String subject() {
		return "【%s%s】%s %s：%s".formatted(this.occasion.words().zh(), isLate() ? "·补发" : "",
				this.cell.plan().title().zh(), PeriodWords.named(this.cell.period()).zh(),
				this.cell.department().shortName().zh());
	}

	/** In Chinese with English below. */
	String words() {
		List<LocalDate> days = this.cell.owed()
			.stream()
			.flatMap((owed) -> owed.due().ifKnown().stream())
			.distinct()
			.toList();
		Text due = (days.size() == 1) ? due(days.getFirst()) : Text.same("");
		boolean each = days.size() > 1;
		Text late = !isLate() ? Text.same("") : Text.format("（本提醒按日程应于%s发出，补发于%s。）\n",
				"(This reminder was meant for %s and is sent late, on %s.)\n", this.meant, this.today);
		String link = this.address.isEmpty() ? "" : this.address + "/fill";
		return """
				%s：

				请报送《%s》%s 的以下指标：
				%s
				%s%s%s
				——目标监测系统

				%s:

				Please report for %s (%s):
				%s
				%s%s%s
				-- Target monitor
				""".formatted(this.cell.department().name().zh(), this.cell.plan().title().zh(),
				PeriodWords.named(this.cell.period()).zh(), list(this.cell.owed(), each, true), due.zh(), late.zh(),
				link.isEmpty() ? "" : "填报地址：" + link + "\n", this.cell.department().name().en(),
				PeriodWords.named(this.cell.period()).en(), this.cell.plan().title().en(),
				list(this.cell.owed(), each, false), due.en(), late.en(),
				link.isEmpty() ? "" : "Report at: " + link + "\n");
	}

	private Text due(LocalDate due) {
		return this.today.isAfter(due) ? Text.format("报送期限为%s，现已逾期。\n", "They were due on %s and are overdue.\n", due)
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
