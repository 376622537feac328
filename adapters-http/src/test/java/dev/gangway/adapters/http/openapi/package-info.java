/** The API's description held against the routes and against every answer of the tests. */
@NullMarked
package dev.gangway.adapters.http.openapi;

import org.jspecify.annotations.NullMarked;
