package dev.gangway.bootstrap.demo.sixpence.api;

/** Decides for every call of the API whether, and how, it goes wrong. Several calls may ask at once. */
@FunctionalInterface
public interface FaultHook {

    /** The hook of an exchange that works. */
    FaultHook NONE = call -> Fault.none();

    /** The fault to act out for this call. */
    Fault at(ApiCall call);
}
