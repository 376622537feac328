@NullMarked
package dev.gangway.adapters.http.pdf;

import org.jspecify.annotations.NullMarked;
