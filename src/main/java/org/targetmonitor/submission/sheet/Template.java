package org.targetmonitor.submission.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;
import org.targetmonitor.period.Period;
import org.targetmonitor.plan.Department;
import org.targetmonitor.plan.Measurement;
import org.targetmonitor.plan.Plan;
import org.targetmonitor.plan.Target;
import org.targetmonitor.submission.Figure;

/**
 * A sheet for a department to fill in, with what is known already.
 *
 * @param plan the plan
 * @param period the period
 * @param named the period in words
 * @param department who reports
 * @param due the last day on time
 * @param notice what has to stand above invented figures
 * @param lines an indicator each
 */
public record Template(Plan plan, Period period, Text named, Department department, Text due, Optional<Text> notice,
		List<Line> lines) {

	public Template {
		lines = List.copyOf(lines);
	}

	/**
	 * One indicator.
	 *
	 * @param target the indicator with its target
	 * @param before the period before, in this year or the last: as approved, else as
	 * submitted
	 * @param lastYear the same period of last year, where it is known
	 * @param present what is reported already
	 * @param origin the source that stands there before anything is typed, as in the
	 * form; empty for none
	 */
	public record Line(Target target, @Nullable BigDecimal before, @Nullable BigDecimal lastYear,
			@Nullable Figure present, String origin) {

		/** The unit of the value, as people write it. */
		String unit() {
			Measurement measurement = this.target.measurement();
			return (measurement == null) ? "" : measurement.unitSign();
		}

		/** The unit of the level beside it, empty where none is asked for. */
		String levelUnit() {
			Measurement measurement = this.target.measurement();
			return (measurement == null || measurement.levelUnit() == null) ? "" : measurement.levelUnit();
		}

		int decimals() {
			Measurement measurement = this.target.measurement();
			return (measurement != null) ? measurement.decimals() : 0;
		}

	}

	/** As an Excel file. */
	public byte[] xlsx(Locale locale) {
		return TemplateWorkbook.write(TemplateTable.of(this, locale));
	}

	/** As CSV, with a mark at its beginning so that Excel reads the Chinese. */
	public byte[] csv(Locale locale) {
		return TemplateCsv.write(TemplateTable.of(this, locale));
	}

}
