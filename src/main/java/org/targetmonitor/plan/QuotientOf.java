package org.targetmonitor.plan;

/**
 * Of which two growth rates another one is the quotient's: energy per unit of GDP grows
 * as energy use over GDP does.
 *
 * @param numerator the indicator that is divided
 * @param denominator the indicator that it is divided by
 */
public record QuotientOf(String numerator, String denominator) {
}
