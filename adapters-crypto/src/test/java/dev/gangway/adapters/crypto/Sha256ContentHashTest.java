package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.ContentHashes;
import dev.gangway.application.testkit.contract.ContentHashesContract;

class Sha256ContentHashTest implements ContentHashesContract {
    @Override
    public ContentHashes contentHashes() {
        return Sha256ContentHash::new;
    }
}
