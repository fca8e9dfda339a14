package dev.winslow.engine.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

final class Addresses {
    private Addresses() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
