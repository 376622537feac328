package dev.gangway.adapters.http;

import dev.gangway.application.registration.AttachSources;
import dev.gangway.application.registration.IssueLink;
import dev.gangway.application.registration.RevokeLink;
import dev.gangway.application.registration.ViewLink;
import dev.gangway.application.user.EndConnection;
import dev.gangway.application.user.FindPartnerUser;
import dev.gangway.application.user.ListPartnerUsers;
import dev.gangway.application.user.RemovePartnerSource;
import dev.gangway.application.user.ViewPartnerSources;

/**
 * What partners do with their users, beside registering them.
 *
 * @param find shows one
 * @param list shows them page by page
 * @param sources tells how one's sources stand
 * @param issueLink issues a fresh link
 * @param viewLink tells what became of a link
 * @param revokeLink takes a link out of use
 * @param attachSources attaches more sources
 * @param removeSource takes back a source
 * @param endConnection takes back the connection
 */
public record PartnerUseCases(
        FindPartnerUser find,
        ListPartnerUsers list,
        ViewPartnerSources sources,
        IssueLink issueLink,
        ViewLink viewLink,
        RevokeLink revokeLink,
        AttachSources attachSources,
        RemovePartnerSource removeSource,
        EndConnection endConnection) {}
