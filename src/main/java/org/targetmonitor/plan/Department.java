package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/**
 * A department that reports figures or answers for a target.
 *
 * @param code its code within the plan
 * @param name its full name
 * @param shortName the name used in tables and messages
 */
public record Department(String code, Text name, Text shortName) {

	/** Stands where a plan names no department: whoever reports for all may report it. */
	public static final Department NOBODY = new Department("-", new Text("未指定单位", "no department named"),
			new Text("未指定单位", "none named"));

}
