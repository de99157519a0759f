/** Tests of what a submission must satisfy and what figures amount to. */
@NullMarked
package org.targetmonitor.submission;

import org.jspecify.annotations.NullMarked;
