/** The ports table of a devbox. */
@NullMarked
package io.github.devboxtunnels.ui.ports;

import org.jspecify.annotations.NullMarked;
