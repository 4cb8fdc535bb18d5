/**
 * The gateways in a process of their own, which the window speaks to through its pipes: {@link ProcessGateways} here,
 * {@link GatewayServer} there. Both sides know {@link io.github.devboxtunnels.gateway.Gateways} alone.
 */
@NullMarked
package io.github.devboxtunnels.gateway.process;

import org.jspecify.annotations.NullMarked;
