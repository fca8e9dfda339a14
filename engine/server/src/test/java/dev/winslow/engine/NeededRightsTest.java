package dev.winslow.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.winslow.engine.access.Needs;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;

/** Pages call services without a request that could be checked, so that a service itself has to say what it takes. */
@AnalyzeClasses(packages = "dev.winslow.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class NeededRightsTest {
    private static final String OF_PEOPLE = "is about people, whom administrators see to";
    private static final String OF_NODES = "is about a node, which belongs to no project";
    private static final String BY_LEASE = "is called for a node, which proves its right by its lease";
    private static final String READS = "changes nothing";
    private static final String INSIDE = "is called by services that have asked, or by the server itself";

    /** What takes an id first and asks for no right, and why. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("GroupService.change", OF_PEOPLE),
            Map.entry("GroupService.remove", OF_PEOPLE),
            Map.entry("AccountService.change", OF_PEOPLE),
            Map.entry("AccountService.resetPassword", OF_PEOPLE),
            Map.entry("NodeService.drain", OF_NODES),
            Map.entry("NodeService.limit", OF_NODES),
            Map.entry("NodeService.remove", OF_NODES),
            Map.entry("NodeFiles.tell", OF_NODES),
            Map.entry("NodeLeases.renew", OF_NODES),
            Map.entry("AttemptReports.report", BY_LEASE),
            Map.entry("LogService.append", BY_LEASE),
            Map.entry("LogService.system", INSIDE),
            Map.entry("LogService.close", INSIDE),
            Map.entry("Events.forget", INSIDE),
            Map.entry("ForgottenCheckpoints.drop", INSIDE),
            Map.entry("RunStarts.start", INSIDE),
            Map.entry("RunStarts.startAll", INSIDE),
            Map.entry("LineageService.of", READS),
            Map.entry("Migration.preview", READS),
            Map.entry("Steering.preview", READS),
            Map.entry("StepFiles.list", READS),
            Map.entry("Attention.read", "notes what the person has seen, and changes nothing of the project"));

    private static final DescribedPredicate<JavaMethod> CHANGE_WHAT_AN_ID_NAMES = DescribedPredicate.describe(
            "change in a transaction what an id names",
            method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                    && (method.isAnnotatedWith(Transactional.class)
                            || method.getOwner().isAnnotatedWith(Transactional.class))
                    && !method.getRawParameterTypes().isEmpty()
                    && method.getRawParameterTypes().getFirst().isEquivalentTo(UUID.class));

    @ArchTest
    static void saysWhatItNeeds(JavaClasses classes) {
        methods()
                .that(CHANGE_WHAT_AN_ID_NAMES)
                .should(sayWhatTheyNeed())
                .because("whoever is signed in may open any page, and a page calls services")
                .check(classes);
    }

    private static ArchCondition<JavaMethod> sayWhatTheyNeed() {
        return new ArchCondition<>("say with @Needs what right they take, or else be an exception with a reason") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getOwner().getSimpleName() + "." + method.getName();
                boolean one = method.isAnnotatedWith(Needs.class) != EXCEPTIONS.containsKey(name);
                events.add(new SimpleConditionEvent(method, one, name + " in " + method.getSourceCodeLocation()));
            }
        };
    }
}
