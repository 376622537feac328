package dev.gangway.adapters.http.page;

/**
 * What the layout needs around every page; made by {@link Pages}, read by the templates.
 *
 * @param operator the name of the company that runs this Gangway
 * @param frame who is looking
 * @param stylesheet path of the style sheet
 * @param script path of the script that keeps the report current
 * @param later path of the script that fetches what takes longer than the page
 * @param favicon path of the icon
 */
public record Chrome(
        String operator, PageFrame frame, String stylesheet, String script, String later, String favicon) {}
