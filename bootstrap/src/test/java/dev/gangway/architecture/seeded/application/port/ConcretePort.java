package dev.gangway.architecture.seeded.application.port;

/** A port that is a class. */
public final class ConcretePort {}
