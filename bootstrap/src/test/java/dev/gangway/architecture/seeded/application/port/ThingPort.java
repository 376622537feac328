package dev.gangway.architecture.seeded.application.port;

/** A name that says where it is, not what it is. */
public interface ThingPort {}
