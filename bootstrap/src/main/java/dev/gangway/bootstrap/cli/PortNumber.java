package dev.gangway.bootstrap.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port, so that whoever gave {@code --port} is not told of {@code GANGWAY_PORT}. */
final class PortNumber implements ITypeConverter<Integer> {
    private static final int LARGEST = 65_535;

    @Override
    public Integer convert(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > LARGEST) {
            throw new TypeConversionException("must be a whole number from 0 to " + LARGEST);
        }
        return Integer.valueOf(text);
    }
}
