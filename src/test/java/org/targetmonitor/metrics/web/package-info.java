/** What scrapers ask for. */
@NullMarked
package org.targetmonitor.metrics.web;

import org.jspecify.annotations.NullMarked;
