package org.targetmonitor.progress;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.targetmonitor.input.Text;

/**
 * What part of its whole the base year had reached by a period.
 *
 * @param share above 0 and up to 1
 * @param source where it was taken from
 * @param knownFrom from when it was known; null of the whole year, whose share is 1
 */
public record BasePart(BigDecimal share, Text source, @Nullable Instant knownFrom) {
}
