package dev.gangway.bootstrap.demo.sixpence.site;

import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;

/**
 * Who is signed in at the site.
 *
 * @param key what the site hands over when the customer asks for a tax report
 * @param refusedKey what it hands over to show how a refused key ends
 */
public record Customer(
        String name,
        String surname,
        String email,
        String jurisdiction,
        Account account,
        ApiKey key,
        ApiKey refusedKey) {}
