package dev.gangway.application.portfolio;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.Sharing;

/**
 * A partner that sees some of a user.
 *
 * @param partner which
 * @param name its name
 * @param sharing how much it sees
 */
public record SharedConnection(PartnerId partner, String name, Sharing sharing) {}
