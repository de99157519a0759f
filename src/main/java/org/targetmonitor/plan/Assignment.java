package org.targetmonitor.plan;

import java.time.LocalDate;

/**
 * That a target's number was assigned by an authority above, under a heading of the same
 * plan.
 *
 * @param under the heading's indicator
 * @param document the name and number of the document that assigns it
 * @param date that document's date
 */
public record Assignment(String under, String document, LocalDate date) {
}
