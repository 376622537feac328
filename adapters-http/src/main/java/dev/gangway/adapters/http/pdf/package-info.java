/**
 * The report as a document to print or to hand on. Start at {@link dev.gangway.adapters.http.pdf.ReportPdf}.
 *
 * <p>Invariant: the number of pages is bounded whatever the report holds, and every text is drawn, if need be with a
 * question mark in place of a letter that the font lacks.
 */
@NullMarked
package dev.gangway.adapters.http.pdf;

import org.jspecify.annotations.NullMarked;
