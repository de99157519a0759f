package org.targetmonitor.desk;

import java.time.Instant;
import java.util.UUID;

import org.targetmonitor.period.Period;

/**
 * A sheet that was previewed and waits for its confirmation.
 *
 * @param id its number
 * @param plan the plan
 * @param period the period
 * @param account who sent it, and alone may confirm it
 * @param file the file's name
 * @param document the submission that is confirmed, with what else was read, as JSON
 * @param keptAt when it was previewed
 */
public record KeptSheet(UUID id, String plan, Period period, String account, String file, String document,
		Instant keptAt) {
}
