package dev.winslow.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.winslow.engine.settings.WinslowSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** The pages: a session for whoever signed in with a token, and for the person at the machine of a trial. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, WinslowSettings settings, SecurityContextRepository sessions) {
        if (settings.trial()) {
            http.addFilterBefore(new TrialSignIn(), AnonymousAuthenticationFilter.class);
        }
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/winslow*.css", "/winslow.svg", "/aura/**")
                        .permitAll()
                        .requestMatchers("/page/**")
                        .hasRole(Person.ROLE))
                .with(VaadinSecurityConfigurer.vaadin(), pages -> pages.loginView(SignInView.class))
                .build();
    }
}
