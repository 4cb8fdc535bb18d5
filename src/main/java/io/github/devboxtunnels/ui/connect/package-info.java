/** Connecting: a key, or the sandbox. */
@NullMarked
package io.github.devboxtunnels.ui.connect;

import org.jspecify.annotations.NullMarked;
