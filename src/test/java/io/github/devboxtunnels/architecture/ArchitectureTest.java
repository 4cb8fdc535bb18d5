package io.github.devboxtunnels.architecture;

import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** The layers hold, and each rule would notice if they did not. */
class ArchitectureTest {

    private static final String PRODUCT = "io.github.devboxtunnels";
    private static final String PLANTED = "io.github.devboxtunnels.architecture.planted";

    @TestFactory
    Stream<DynamicTest> theProductKeepsEveryRule() {
        JavaClasses product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PRODUCT);
        return new Rules(PRODUCT).all().entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> aPlantedViolationBreaksEveryRule() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        Map<String, ArchRule> rules = new Rules(PLANTED).all();
        return rules.entrySet().stream().map(rule -> dynamicTest(rule.getKey(),
                () -> assertThat(rule.getValue().allowEmptyShould(true).evaluate(planted).hasViolation()).isTrue()));
    }
}
