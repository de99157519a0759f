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
}
