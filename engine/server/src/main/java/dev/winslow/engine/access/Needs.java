package dev.winslow.engine.access;

import dev.winslow.api.access.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What somebody who is signed in needs to do this, whichever way they came: a page calls services without a request that could be checked. The first
 * argument is the id of what it is done to. The server itself, triggers and nodes are not asked.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Right value();

    Subject of() default Subject.PROJECT;
}
