/** The devbox list and its states. */
@NullMarked
package io.github.devboxtunnels.ui.devboxes;

import org.jspecify.annotations.NullMarked;
