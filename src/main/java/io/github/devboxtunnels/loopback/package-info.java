/** How gateways and the sandbox listen: on this computer alone, with one number on both of its addresses. */
@NullMarked
package io.github.devboxtunnels.loopback;

import org.jspecify.annotations.NullMarked;
