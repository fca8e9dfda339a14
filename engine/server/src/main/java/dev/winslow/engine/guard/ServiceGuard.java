package dev.winslow.engine.guard;

import dev.winslow.engine.access.Needs;
import dev.winslow.engine.access.Viewer;
import java.util.UUID;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** Stands before services and lets by whoever has what {@link Needs} says: pages call them without a request that could be checked. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ServiceGuard {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor askBeforeServices(ObjectProvider<Gate> gate) {
        MethodInterceptor asking = call -> {
            Viewer viewer = Viewer.current();
            if (viewer.isSomebody() && !viewer.all()) {
                ask(gate.getObject(), call, viewer);
            }
            return call.proceed();
        };
        return new DefaultPointcutAdvisor(AnnotationMatchingPointcut.forMethodAnnotation(Needs.class), asking);
    }

    private static void ask(Gate gate, MethodInvocation call, Viewer viewer) {
        Needs needs = call.getMethod().getAnnotation(Needs.class);
        if (needs == null || !(call.getArguments()[0] instanceof UUID id)) {
            throw new IllegalStateException(call.getMethod() + " says what it needs, but not of what");
        }
        gate.require(needs.of(), id, needs.value(), viewer);
    }
}
