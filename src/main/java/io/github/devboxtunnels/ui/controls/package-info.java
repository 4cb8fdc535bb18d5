/** Reusable nodes that know no service. */
@NullMarked
package io.github.devboxtunnels.ui.controls;

import org.jspecify.annotations.NullMarked;
