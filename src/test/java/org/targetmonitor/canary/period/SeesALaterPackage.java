package org.targetmonitor.canary.period;

import org.targetmonitor.canary.plan.SeesAnEarlierPackage;

/** A period that knows a plan; together the two are a circle. */
public record SeesALaterPackage(SeesAnEarlierPackage plan) {
}
