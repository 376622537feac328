/**
 * Key rings: every key that seals, signs or fingerprints lives in the database, wrapped by the master key. Start at
 * {@link dev.gangway.application.keys.RotateKeys}, and go on with {@link dev.gangway.application.keys.ResealSecrets}. A new
 * key is published first and used only when every node has had time to read it.
 */
@NullMarked
package dev.gangway.application.keys;

import org.jspecify.annotations.NullMarked;
