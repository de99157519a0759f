/** Tests of what is refused over HTTP. */
@NullMarked
package org.targetmonitor.submission.web;

import org.jspecify.annotations.NullMarked;
