package dev.gangway.bootstrap.demo.sixpence.site;

import java.util.Map;

/** The frame around every page of the site. */
final class Layout {

    private static final Template LAYOUT = Template.named("layout");

    private final Customer customer;

    Layout(Customer customer) {
        this.customer = customer;
    }

    Html page(String title, Html content) {
        return page(title, Html.NOTHING, content);
    }

    Html page(String title, Html head, Html content) {
        return LAYOUT.render(Map.of(
                "title", title,
                "head", head,
                "content", content,
                "initials", customer.name().substring(0, 1) + customer.surname().charAt(0),
                "customer", customer.name() + " " + customer.surname()));
    }
}
