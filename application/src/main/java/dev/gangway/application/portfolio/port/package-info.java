/** The ports of portfolios: who may see one, and what an asset was worth. */
@NullMarked
package dev.gangway.application.portfolio.port;

import org.jspecify.annotations.NullMarked;
