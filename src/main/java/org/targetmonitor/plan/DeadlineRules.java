package org.targetmonitor.plan;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Frequency;
import org.targetmonitor.period.Period;

/** What a deadline of a target must satisfy. */
final class DeadlineRules {

	private DeadlineRules() {
	}

	static void check(Fields fields, Target target, int year) {
		Optional<String> text = fields.text(Deadline.KEY);
		Reporting reporting = target.reporting();
		if (text.isEmpty()) {
			return;
		}
		Deadline deadline = inYear(fields, text.get(), target.terms().deadline(), year);
		if (deadline == null) {
			return;
		}
		if ((reporting == null && target.terms().shareOf() == null) || !target.goal().judges()) {
			fields.fault(Deadline.KEY, "goal", new Text("只有由本指标自己的数据评价的目标才有期限",
					"only a target that is judged by figures of its own has a deadline"));
		}
		else if (reporting != null) {
			checkPeriods(fields, deadline, reporting.periods());
		}
	}

	/** The same of a task, which is always judged. */
	static @Nullable Deadline ofTask(Fields fields, int year) {
		return fields.text(Deadline.KEY)
			.map((text) -> inYear(fields, text, Deadline.parse(text).orElse(null), year))
			.filter((deadline) -> checkPeriods(fields, deadline, Period.ofYear(year, Frequency.QUARTERLY)))
			.orElse(null);
	}

	private static @Nullable Deadline inYear(Fields fields, String text, @Nullable Deadline deadline, int year) {
		if (deadline == null) {
			fields.fault(Deadline.KEY, "date", Text.format("“%s”不是日期或月份，应如 2024-06-30 或 2024-06",
					"\"%s\" is no day or month such as 2024-06-30 or 2024-06", text));
			return null;
		}
		if (deadline.day().getYear() != year) {
			fields.fault(Deadline.KEY, "year", Text.format("期限应在%d年内", "must be within %d", year));
			return null;
		}
		return deadline;
	}

	/** Whether a period that is reported decides; told where none does. */
	static boolean checkPeriods(Fields fields, Deadline deadline, List<Period> periods) {
		boolean there = periods.stream().anyMatch((period) -> period.monthsEnded() == deadline.months());
		if (!there) {
			fields.fault(Deadline.KEY, "period", Text.format("没有在%d月结束的报告期，无法判断是否按期达到；请按月报送，或在 periods 中列入该期",
					"no period that is reported ends with month %d, so whether it is kept could not be told; report it monthly, or name that period",
					deadline.months()));
		}
		return there;
	}

}
