package org.targetmonitor.canary.plan;

import org.targetmonitor.canary.period.SeesALaterPackage;

/** A plan that knows a period, as it may. */
public record SeesAnEarlierPackage(SeesALaterPackage period) {
}
