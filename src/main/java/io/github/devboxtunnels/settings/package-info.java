/** What is remembered between starts: one immutable record, written atomically. */
@NullMarked
package io.github.devboxtunnels.settings;

import org.jspecify.annotations.NullMarked;
