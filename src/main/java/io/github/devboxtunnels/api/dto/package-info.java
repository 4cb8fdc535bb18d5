/**
 * JSON of the Runloop API as it travels. Every member may be missing: null and absent are used interchangeably there.
 */
@NullMarked
package io.github.devboxtunnels.api.dto;

import org.jspecify.annotations.NullMarked;
