/** What each scheme lets in, and what it was attacked with. */
@NullMarked
package dev.gangway.application.auth.scheme;

import org.jspecify.annotations.NullMarked;
