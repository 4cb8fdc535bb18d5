/** The Runloop REST client: DTOs, paging, retries, answers into problems. No state, no JavaFX. */
@NullMarked
package io.github.devboxtunnels.api;

import org.jspecify.annotations.NullMarked;
