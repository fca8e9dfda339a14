package dev.winslow.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Server and pages in one program. */
@SpringBootApplication(scanBasePackages = "dev.winslow", exclude = UserDetailsServiceAutoConfiguration.class)
@ColorScheme(ColorScheme.Value.SYSTEM)
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("winslow.css")
public class WinslowApplication implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "winslow.svg", "any");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(WinslowApplication.class, arguments);
    }
}
