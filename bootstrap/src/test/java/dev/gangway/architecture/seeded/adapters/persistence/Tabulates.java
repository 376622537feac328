package dev.gangway.architecture.seeded.adapters.persistence;

import de.siegmar.fastcsv.writer.CsvWriter;

/** CSV outside the HTTP adapter. */
public record Tabulates(CsvWriter writer) {}
