/**
 * The gateway: a reverse proxy on loopback that adds the token of an authenticated tunnel, so that any browser opens
 * it. Nothing here starts before the first gateway does.
 */
@NullMarked
package io.github.devboxtunnels.gateway;

import org.jspecify.annotations.NullMarked;
