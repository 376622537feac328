package dev.gangway.adapters.http;

import dev.gangway.application.audit.NoteRefusal;
import dev.gangway.application.auth.AdmitAddress;
import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.idempotency.AnswerOnce;
import dev.gangway.application.portfolio.ChangeSharing;
import dev.gangway.application.portfolio.ViewPortfolio;
import dev.gangway.application.portfolio.ViewPortfolioProperties;
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.ResumeSession;
import dev.gangway.application.signin.SignOut;
import dev.gangway.domain.source.CredentialRules;

/**
 * What the routes do their work with.
 *
 * @param authenticatePartner tells who calls the partner API
 * @param noteRefusal notes calls that did not prove who makes them
 * @param admitCall keeps callers within their rate
 * @param admitAddress keeps whoever has not proved who it is within the rates of its address
 * @param answerOnce answers partners' repetitions from memory
 * @param registerPartnerUser the product's one call
 * @param credentialRules what exchanges ask of the keys that it takes
 * @param redeemRedirectToken follows a redirect link
 * @param resumeSession tells who is signed in
 * @param signOut ends a session
 * @param report the pages of the report
 * @param sources what people do with their sources
 * @param viewPortfolio computes what a partner sees of a user
 * @param viewPortfolioProperties tells what that is computed from
 * @param viewSharing tells a user what partners see
 * @param changeSharing changes that
 * @param partner what partners do with their users, beside registering them
 */
public record UseCases(
        AuthenticatePartner authenticatePartner,
        NoteRefusal noteRefusal,
        AdmitCall admitCall,
        AdmitAddress admitAddress,
        AnswerOnce answerOnce,
        RegisterPartnerUser registerPartnerUser,
        CredentialRules credentialRules,
        RedeemRedirectToken redeemRedirectToken,
        ResumeSession resumeSession,
        SignOut signOut,
        ReportUseCases report,
        SourceUseCases sources,
        ViewPortfolio viewPortfolio,
        ViewPortfolioProperties viewPortfolioProperties,
        ViewSharing viewSharing,
        ChangeSharing changeSharing,
        PartnerUseCases partner) {}
