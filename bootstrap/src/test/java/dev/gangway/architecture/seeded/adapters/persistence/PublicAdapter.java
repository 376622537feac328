package dev.gangway.architecture.seeded.adapters.persistence;

import dev.gangway.architecture.seeded.application.port.ThingPort;

/** A port's implementation that anybody may take. */
public final class PublicAdapter implements ThingPort {}
