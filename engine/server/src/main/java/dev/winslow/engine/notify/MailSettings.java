package dev.winslow.engine.notify;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that mails go out by, set under {@code winslow.mail.*}; without a host none is sent.
 *
 * @param from whom the mails say that they come from
 * @param security how the way to the server is protected; STARTTLS and TLS refuse a server that cannot
 * @param pages the address at which people have this server's pages, for the links in mails; without it there are none
 */
@ConfigurationProperties("winslow.mail")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("winslow@localhost") String from,
        @DefaultValue("STARTTLS") Security security,
        @Nullable String pages) {

    enum Security {
        NONE,
        STARTTLS,
        TLS
    }

    Optional<String> server() {
        return Optional.ofNullable(host).filter(name -> !name.isBlank());
    }

    /** Where people find a project. */
    Optional<String> page(UUID project) {
        return Optional.ofNullable(pages)
                .filter(address -> !address.isBlank())
                .map(address -> address.strip().replaceAll("/+$", "") + "/projects/" + project);
    }

    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", from=" + from + ", security=" + security + "]";
    }
}
