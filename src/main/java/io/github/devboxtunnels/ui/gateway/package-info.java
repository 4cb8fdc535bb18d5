/** Gateways in the window: what runs, who is let in, what went through. */
@NullMarked
package io.github.devboxtunnels.ui.gateway;

import org.jspecify.annotations.NullMarked;
