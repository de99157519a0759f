package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/**
 * An area of work under which key tasks stand (工作方面).
 *
 * @param code its code
 * @param name its name, in the report's words
 */
public record WorkArea(String code, Text name) {
}
