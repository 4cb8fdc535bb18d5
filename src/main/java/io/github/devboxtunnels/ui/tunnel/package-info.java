/** The devbox page and its tunnel: card, token, enable dialog. */
@NullMarked
package io.github.devboxtunnels.ui.tunnel;

import org.jspecify.annotations.NullMarked;
