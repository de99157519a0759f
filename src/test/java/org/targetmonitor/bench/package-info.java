/**
 * What the monitor costs, measured beside what it is compared with:
 * {@code mvn -Pbench verify}.
 */
@NullMarked
package org.targetmonitor.bench;

import org.jspecify.annotations.NullMarked;
