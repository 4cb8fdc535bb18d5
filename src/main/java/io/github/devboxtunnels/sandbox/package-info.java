/** The embedded stand-in for the Runloop API and its tunnel edge, on loopback. */
@NullMarked
package io.github.devboxtunnels.sandbox;

import org.jspecify.annotations.NullMarked;
