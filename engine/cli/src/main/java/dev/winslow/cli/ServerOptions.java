package dev.winslow.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server, who asks, and how the answer is printed. */
public final class ServerOptions {
    @Option(
            names = "--server",
            defaultValue = "${env:WINSLOW_SERVER:-http://127.0.0.1:8080}",
            description = "The server's address (default: ${DEFAULT-VALUE}).")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(names = "--token", description = "The token; by default from WINSLOW_TOKEN or the data folder.")
    private @Nullable String token;

    @Option(names = "--data", description = "The data folder of a server on this machine, for its token.")
    private @Nullable Path data;

    @Option(names = "--json", description = "Prints the answer as JSON.")
    private boolean json;

    /** For a server that this program has started itself. */
    public static Api local(URI server, Path data) throws IOException {
        return new Api(server, Files.readString(data.resolve("cli.token")).strip());
    }

    Api api() throws IOException {
        return new Api(server, findToken());
    }

    /** As JSON where that was asked for, otherwise the words. */
    void print(PrintWriter out, Object answer, Supplier<String> words) {
        out.println(json ? Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer) : words.get());
        out.flush();
    }

    private String findToken() throws IOException {
        if (token != null) {
            return token;
        }
        String fromEnvironment = System.getenv("WINSLOW_TOKEN");
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return fromEnvironment;
        }
        Path home = Path.of(System.getProperty("user.home"));
        List<Path> places = Stream.concat(
                        Optional.ofNullable(data).stream(),
                        Stream.of(
                                home.resolve(".winslow"),
                                home.resolve(".winslow/demo"),
                                home.resolve(".config/winslow")))
                .map(folder -> folder.resolve("cli.token"))
                .toList();
        for (Path place : places) {
            if (Files.isReadable(place)) {
                return Files.readString(place).strip();
            }
        }
        throw new Refused("No token was found: give --token, WINSLOW_TOKEN, or --data with the server's data folder.");
    }
}
