/**
 * What is known of other areas: figures that targets are held against, without plans of
 * their own.
 */
@NullMarked
package org.targetmonitor.reference;

import org.jspecify.annotations.NullMarked;
