/** Reads YAML and JSON into trees and writes trees as JSON. */
@NullMarked
package org.targetmonitor.input.tree;

import org.jspecify.annotations.NullMarked;
