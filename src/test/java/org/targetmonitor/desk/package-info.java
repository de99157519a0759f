@NullMarked
package org.targetmonitor.desk;

import org.jspecify.annotations.NullMarked;
