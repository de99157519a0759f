/**
 * Figures: how they are handed in, checked, kept as revisions that nobody can change, and
 * reviewed.
 */
@NullMarked
package org.targetmonitor.submission;

import org.jspecify.annotations.NullMarked;
