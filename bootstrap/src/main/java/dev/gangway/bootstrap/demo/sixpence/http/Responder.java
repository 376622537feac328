package dev.gangway.bootstrap.demo.sixpence.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Turns a request into an answer; the API and the site are one each. */
@FunctionalInterface
public interface Responder {

    /** The answer, which somebody else sends. */
    Answer answer(HttpExchange exchange) throws IOException, InterruptedException;
}
