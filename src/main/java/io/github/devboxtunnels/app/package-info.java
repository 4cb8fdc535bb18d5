/** The composition root: builds everything in order and closes it in reverse. */
@NullMarked
package io.github.devboxtunnels.app;

import org.jspecify.annotations.NullMarked;
