/**
 * One running node, wired by Guice. Start at {@link dev.gangway.bootstrap.server.Node}: what is wired is decided there,
 * before the injector, and no module asks again. A module per adapter or feature; domain and application know nothing of it.
 */
@NullMarked
package dev.gangway.bootstrap.server;

import org.jspecify.annotations.NullMarked;
