/** Tests of sheets with real files. */
@NullMarked
package org.targetmonitor.submission.sheet;

import org.jspecify.annotations.NullMarked;
