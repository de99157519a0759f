/**
 * What comes in from outside, before anybody knows what it means: a tree with line
 * numbers, read field by field, and the faults found on the way, worded in both
 * languages.
 */
@NullMarked
package org.targetmonitor.input;

import org.jspecify.annotations.NullMarked;
