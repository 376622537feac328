package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.testkit.fixture.Race;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Ids} is held to; the ids' own constructors check their form. */
public interface IdsContract {
    /** The ids under test; the same within one test. */
    Ids ids();

    private List<Object> oneOfEach() {
        return List.of(
                ids().userId().value().substring(4),
                ids().sourceId().value().substring(4),
                ids().credentialsId().value().substring(4),
                ids().importRunId().value().substring(4),
                ids().linkId().value().substring(4),
                ids().credentialId().value().substring(5),
                ids().partnerId());
    }

    @Test
    default void noTwoAreAlikeWhateverTheyIdentify() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            all.addAll(oneOfEach());
        }
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    default void noTwoThatAreMadeAtOnceAreAlike() {
        List<Object> all = new ArrayList<>();
        Race.among(16, i -> {
                    List<Object> own = new ArrayList<>();
                    for (int j = 0; j < 200; j++) {
                        own.addAll(oneOfEach());
                    }
                    return own;
                })
                .forEach(all::addAll);
        assertThat(all).doesNotHaveDuplicates();
    }
}
