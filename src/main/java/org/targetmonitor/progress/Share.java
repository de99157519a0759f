package org.targetmonitor.progress;

import java.math.BigDecimal;

import org.targetmonitor.input.Text;

/**
 * How much of the year's quantity is done, and how much should be.
 *
 * @param done the share done, 1 is all
 * @param pace the share that should be done by now
 * @param basis what the pace is taken from
 */
public record Share(BigDecimal done, BigDecimal pace, Text basis) {
}
