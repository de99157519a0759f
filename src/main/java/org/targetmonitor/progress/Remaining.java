package org.targetmonitor.progress;

import java.math.BigDecimal;

/**
 * What is left of a quantity until the year's goal, in the indicator's unit: what is
 * still to be done, or under a ceiling the room that is left. 0 once it is reached or
 * used up.
 *
 * @param quantity what is left
 * @param beyond how far the goal's number is passed already, 0 before
 * @param periods how many reporting periods are left
 * @param perPeriod the quantity divided by them
 */
public record Remaining(BigDecimal quantity, BigDecimal beyond, int periods, BigDecimal perPeriod) {
}
