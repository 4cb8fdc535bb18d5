/** The one seam for clocks, delays and waiting, so that tests run in simulated time. */
@NullMarked
package io.github.devboxtunnels.time;

import org.jspecify.annotations.NullMarked;
