package dev.gangway.bootstrap.demo.sixpence.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void textIsEscapedAndMarkupIsNot() {
        Template template = Template.of("<p title=\"{{a}}\">{{b}}</p>");

        assertThat(template.render(Map.of("a", "\"><script>'&", "b", new Html("<b>x</b>")))
                        .markup())
                .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\"><b>x</b></p>");
    }

    @Test
    void aValueIsNeverATemplateItself() {
        assertThat(Template.of("{{a}}{{b}}")
                        .render(Map.of("a", "{{b}} $1 \\", "b", "x"))
                        .markup())
                .isEqualTo("{{b}} $1 \\x");
    }

    @Test
    void missingAndUnusedValuesAreBugs() {
        assertThatThrownBy(() -> Template.of("{{a}}").render(Map.of())).hasMessageContaining("a");
        assertThatThrownBy(() -> Template.of("").render(Map.of("a", "x"))).hasMessageContaining("a");
        assertThatThrownBy(() -> Template.named("no-such-page")).hasMessageContaining("no-such-page");
    }
}
