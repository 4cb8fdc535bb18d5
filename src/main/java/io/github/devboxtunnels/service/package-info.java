/** What a user can do: watch devboxes, enable and remove tunnels, suspend and resume. No JavaFX, no DTOs. */
@NullMarked
package io.github.devboxtunnels.service;

import org.jspecify.annotations.NullMarked;
