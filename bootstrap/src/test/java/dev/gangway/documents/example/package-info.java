/** The code that docs/extending shows where the product has none to show; compiled and tested here, and shipped nowhere. */
@NullMarked
package dev.gangway.documents.example;

import org.jspecify.annotations.NullMarked;
