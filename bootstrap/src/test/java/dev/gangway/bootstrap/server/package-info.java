/** Of a node's parts, those that do no more than a thread can show. */
@NullMarked
package dev.gangway.bootstrap.server;

import org.jspecify.annotations.NullMarked;
