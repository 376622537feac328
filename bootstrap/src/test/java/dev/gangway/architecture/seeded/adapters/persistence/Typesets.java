package dev.gangway.architecture.seeded.adapters.persistence;

import org.apache.pdfbox.pdmodel.PDDocument;

/** Documents outside the HTTP adapter. */
public record Typesets(PDDocument document) {}
