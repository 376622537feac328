package dev.gangway.architecture.seeded.adapters.http;

import com.google.inject.Injector;

/** An injector outside bootstrap. */
public record Injects(Injector injector) {}
