/** What the documents say, held to the code: the code that they show is compiled, and what they point at is there. */
@NullMarked
package dev.gangway.documents;

import org.jspecify.annotations.NullMarked;
