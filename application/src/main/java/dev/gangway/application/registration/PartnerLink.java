package dev.gangway.application.registration;

import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.RedirectToken;

/**
 * A redirect link as its partner sees it.
 *
 * @param id what the partner calls it
 * @param token what became of it
 */
public record PartnerLink(LinkId id, RedirectToken token) {}
