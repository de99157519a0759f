/** Submissions and reviews over HTTP. */
@NullMarked
package org.targetmonitor.submission.web;

import org.jspecify.annotations.NullMarked;
