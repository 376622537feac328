package dev.gangway.architecture.seeded.application;

import java.net.InetAddress;

/** The network in the application. */
public record OpensASocket(InetAddress address) {}
