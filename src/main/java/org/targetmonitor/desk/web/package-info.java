/** The pages of those who submit and review. */
@NullMarked
package org.targetmonitor.desk.web;

import org.jspecify.annotations.NullMarked;
