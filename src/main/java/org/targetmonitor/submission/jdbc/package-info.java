/** Keeps submissions, revisions and reviews in PostgreSQL. */
@NullMarked
package org.targetmonitor.submission.jdbc;

import org.jspecify.annotations.NullMarked;
