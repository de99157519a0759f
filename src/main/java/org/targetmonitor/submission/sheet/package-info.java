/** Spreadsheets: templates to fill in, and reading what comes back. */
@NullMarked
package org.targetmonitor.submission.sheet;

import org.jspecify.annotations.NullMarked;
