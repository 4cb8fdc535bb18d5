/** The only place that names a theme. */
@NullMarked
package io.github.devboxtunnels.ui.theme;

import org.jspecify.annotations.NullMarked;
