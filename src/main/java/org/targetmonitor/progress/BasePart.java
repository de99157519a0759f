package org.targetmonitor.progress;

import java.math.BigDecimal;

import org.targetmonitor.input.Text;

/**
 * What part of its whole the base year had reached by a period.
 *
 * @param share above 0 and up to 1
 * @param source where it was taken from
 */
public record BasePart(BigDecimal share, Text source) {
}
