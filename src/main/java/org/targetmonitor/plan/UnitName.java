package org.targetmonitor.plan;

import java.util.Optional;
import java.util.regex.Pattern;

import org.targetmonitor.input.Fault;
import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * Reads a unit of measure: a word that stands behind numbers. What begins like a formula
 * or breaks a line is no unit, and a spreadsheet that opens an export would run it.
 */
final class UnitName {

	private static final Pattern NONE = Pattern.compile("^\\s*(?:[=+@'\"＝＋＠]|[-－].)|[\\t\\r\\n]");

	private static final String RULE = "unit";

	private UnitName() {
	}

	/** Whether a fault was found here. */
	static boolean isRefused(Fault fault) {
		return fault.rule().equals(RULE) && fault.field().endsWith("unit");
	}

	static String required(Fields fields, String key) {
		fields.requiredNode(key);
		return of(fields, key).orElse("");
	}

	static Optional<String> of(Fields fields, String key) {
		if (!fields.has(key)) {
			return Optional.empty();
		}
		String unit = fields.requiredText(key);
		if (NONE.matcher(unit).find()) {
			fields.fault(key, RULE, new Text("计量单位不能以 = + - @ 或引号开头，也不能含换行或制表符",
					"a unit neither begins with = + - @ or a quote nor has line breaks or tabs"));
		}
		return Optional.of(Measurement.unit(unit));
	}

}
