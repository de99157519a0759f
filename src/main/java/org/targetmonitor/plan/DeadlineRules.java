package org.targetmonitor.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;

/** What a deadline of a target must satisfy. */
final class DeadlineRules {

	/** 6月底前, 9月20日前, 6月30日之前; December ends with the year. */
	private static final Pattern BY_MONTH = Pattern.compile("([0-9]{1,2})月(?:底|末|[0-9]{1,2}日)(?:之|以)?前");

	private static final int MONTHS = 12;

	private DeadlineRules() {
	}

	static void check(Fields fields, Target target) {
		Optional<String> text = fields.text(Deadline.KEY);
		if (text.isEmpty()) {
			return;
		}
		Deadline deadline = target.terms().deadline();
		Reporting reporting = target.reporting();
		if (deadline == null) {
			fields.fault(Deadline.KEY, "date", Text.format("“%s”不是日期或月份，应如 2024-06-30 或 2024-06",
					"\"%s\" is no day or month such as 2024-06-30 or 2024-06", text.get()));
		}
		else if (reporting == null || !target.goal().judges()) {
			fields.fault(Deadline.KEY, "goal", new Text("只有由本指标自己的数据评价的目标才有期限",
					"only a target that is judged by figures of its own has a deadline"));
		}
		else if (deadline.day().getYear() != reporting.periods().getLast().year()) {
			fields.fault(Deadline.KEY, "year",
					Text.format("期限应在%d年内", "must be within %d", reporting.periods().getLast().year()));
		}
		else if (reporting.periods().stream().map(Period::monthsEnded).noneMatch((end) -> end == deadline.months())) {
			fields.fault(Deadline.KEY, "period", Text.format("没有在%d月结束的报告期，无法判断是否按期达到；请按月报送，或在 periods 中列入该期",
					"no period that is reported ends with month %d, so whether it is kept could not be told; report it monthly, or name that period",
					deadline.months()));
		}
	}

	/** The month of the year by which the report's words ask for it; empty for none. */
	static Optional<Integer> said(String wording) {
		Matcher found = BY_MONTH.matcher(wording);
		return found.find() ? Optional.of(Integer.valueOf(found.group(1))).filter((month) -> month < MONTHS)
				: Optional.empty();
	}

}
