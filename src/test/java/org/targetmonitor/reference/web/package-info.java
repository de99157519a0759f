@NullMarked
package org.targetmonitor.reference.web;

import org.jspecify.annotations.NullMarked;
