/** What every view shares: the UI-thread seam, texts, clipboard, dialogs, toasts. */
@NullMarked
package io.github.devboxtunnels.ui.common;

import org.jspecify.annotations.NullMarked;
