package dev.gangway.adapters.crypto;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.application.testkit.contract.RequestSignerContract;

class PlatformRequestSignerTest implements RequestSignerContract {
    @Override
    public RequestSigner requestSigner() {
        return new PlatformRequestSigner();
    }
}
