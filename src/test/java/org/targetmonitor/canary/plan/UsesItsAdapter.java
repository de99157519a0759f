package org.targetmonitor.canary.plan;

import org.targetmonitor.canary.plan.web.PublicAdapter;

/** The root of a feature that knows an adapter below it. */
record UsesItsAdapter(PublicAdapter adapter) {
}
