/** What differs between operating systems: folders, opening a browser. */
@NullMarked
package io.github.devboxtunnels.platform;

import org.jspecify.annotations.NullMarked;
