package org.targetmonitor.plan;

import java.util.Map;
import java.util.Optional;

import org.targetmonitor.input.Fields;
import org.targetmonitor.input.Text;

/**
 * The departments that a plan file lists, looked up by whoever names one.
 *
 * @param listed the departments by code
 */
record Departments(Map<String, Department> listed) {

	/** The department that a key names; one that is not listed is a fault. */
	Optional<Department> find(Fields fields, String key) {
		return fields.text(key).map((code) -> {
			Department department = this.listed.get(code);
			if (department == null) {
				fields.fault(key, "department", Text.format("部门“%s”未在 departments 中列出",
						"department \"%s\" is not listed under departments", code));
				return new Department(code, Text.same(code), Text.same(code));
			}
			return department;
		});
	}

}
