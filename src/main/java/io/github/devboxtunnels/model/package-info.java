/** What the product talks about: records, enums and sealed results, on the JDK alone. */
@NullMarked
package io.github.devboxtunnels.model;

import org.jspecify.annotations.NullMarked;
