/**
 * What a newcomer needs and nobody else must have: demo accounts and figures to look at.
 */
@NullMarked
package org.targetmonitor.platform.newcomer;

import org.jspecify.annotations.NullMarked;
