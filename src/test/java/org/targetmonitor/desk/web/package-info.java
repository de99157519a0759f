@NullMarked
package org.targetmonitor.desk.web;

import org.jspecify.annotations.NullMarked;
