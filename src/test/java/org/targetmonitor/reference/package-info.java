@NullMarked
package org.targetmonitor.reference;

import org.jspecify.annotations.NullMarked;
