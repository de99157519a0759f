package org.targetmonitor.plan;

import org.targetmonitor.input.Text;

/**
 * The area a plan is for.
 *
 * @param code the administrative division code (GB/T 2260), six digits
 * @param name its name
 */
public record Area(String code, Text name) {
}
