package dev.gangway.architecture.seeded.application.testkit.contract;

/** The contract of the badly named port. */
public interface ThingPortContract {}
