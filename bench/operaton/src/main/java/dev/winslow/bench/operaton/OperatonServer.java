package dev.winslow.bench.operaton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Operaton with its REST interface and its pages, as its starters set them up; the arguments are properties of Spring. */
@SpringBootApplication
public class OperatonServer {
    public static void main(String[] arguments) {
        SpringApplication.run(OperatonServer.class, arguments);
    }
}
