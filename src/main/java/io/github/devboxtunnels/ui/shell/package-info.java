/** The main window: bars, menu, list beside page. */
@NullMarked
package io.github.devboxtunnels.ui.shell;

import org.jspecify.annotations.NullMarked;
