package dev.winslow.ui.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.winslow.api.account.Role;
import dev.winslow.engine.Ids;
import dev.winslow.engine.account.AccountSettings;
import dev.winslow.engine.account.RememberedSignIns;
import dev.winslow.engine.account.SignIn;
import dev.winslow.engine.settings.WinslowSettings;
import dev.winslow.ui.security.PasswordSignIn.TooManyGuesses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** The pages: a session for whoever has an account, and for the person at the machine of a trial. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    BrowserMemory browserMemory(RememberedSignIns remembered, AccountSettings settings) {
        return new BrowserMemory(remembered, settings, Ids.secret());
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            WinslowSettings settings,
            SecurityContextRepository sessions,
            SignIn signIn,
            BrowserMemory memory) {
        if (settings.trial()) {
            http.addFilterBefore(new TrialSignIn(), AnonymousAuthenticationFilter.class);
        }
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .authenticationProvider(new PasswordSignIn(signIn))
                .formLogin(form -> form.loginPage("/" + SignInView.PATH).failureHandler(PageSecurity::refuse))
                .rememberMe(remember -> remember.rememberMeServices(memory).key(memory.key()))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/winslow*.css", "/winslow.svg", "/aura/**")
                        .permitAll()
                        .requestMatchers("/page/**")
                        .hasRole(Role.USER.name()))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        pages -> pages.loginView(SignInView.class, "/" + SignInView.PATH + "?out"))
                .build();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String what = why instanceof TooManyGuesses guesses ? "wait=" + guesses.seconds() : "error";
        response.sendRedirect(request.getContextPath() + "/" + SignInView.PATH + "?" + what);
    }
}
