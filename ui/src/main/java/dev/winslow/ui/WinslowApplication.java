package dev.winslow.ui;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Server and pages in one program. */
@SpringBootApplication(scanBasePackages = "dev.winslow")
public class WinslowApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(WinslowApplication.class, arguments);
    }
}
