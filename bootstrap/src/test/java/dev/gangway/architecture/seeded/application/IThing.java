package dev.gangway.architecture.seeded.application;

/** A name from another language. */
public interface IThing {}
