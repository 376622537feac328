@NullMarked
package dev.gangway.adapters.http.csv;

import org.jspecify.annotations.NullMarked;
