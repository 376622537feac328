package dev.gangway.architecture.seeded.adapters.persistence;

import gg.jte.TemplateEngine;

/** Templates outside the HTTP adapter. */
public record Renders(TemplateEngine engine) {}
