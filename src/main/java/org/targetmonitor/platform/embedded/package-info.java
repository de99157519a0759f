/**
 * A real PostgreSQL that starts with the monitor and keeps its data in a directory, for
 * newcomers and tests.
 */
@NullMarked
package org.targetmonitor.platform.embedded;

import org.jspecify.annotations.NullMarked;
