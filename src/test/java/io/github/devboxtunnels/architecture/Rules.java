package io.github.devboxtunnels.architecture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

/** The rules of the architecture by name, for the product and for planted violations under another root. */
final class Rules {

    private static final String[] PLAIN = {"java..", "org.jspecify.."};

    private final String root;

    Rules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("model: the JDK alone", layer("model"));
        rules.put("time: below everything", layer("time"));
        rules.put("api: on model and time", layer("api", "model", "time", "+tools.jackson..", "+org.slf4j..",
                "+javax.net.ssl.."));
        rules.put("service: on api and model", layer("service", "api", "gateway", "model", "time", "+org.slf4j.."));
        rules.put("loopback: below gateway and sandbox", layer("loopback", "+io.vertx..", "+io.netty.."));
        rules.put("gateway: beside api",
                layer("gateway", "loopback", "model", "time", "+io.vertx..", "+io.netty..", "+org.slf4j..",
                        "+javax.net.ssl..",
                        "+javax.crypto..", "+tools.jackson.."));
        rules.put("gateway: knows of no other process", noClasses()
                .that().resideInAPackage(root + ".gateway")
                .should().dependOnClassesThat().resideInAnyPackage(in("gateway.process"), "tools.jackson.."));
        rules.put("gateway process: through the face of the gateways", noClasses()
                .that().resideInAPackage(in("gateway.process"))
                .should().dependOnClassesThat().resideInAnyPackage("io.vertx..", "io.netty.."));
        rules.put("sandbox: beside api",
                layer("sandbox", "loopback", "model", "time", "+io.vertx..", "+io.netty..", "+org.slf4j.."));
        rules.put("settings: keeps records",
                layer("settings", "model", "time", "service", "+tools.jackson..", "+org.slf4j.."));
        rules.put("platform: below the views", layer("platform", "model", "time", "+org.slf4j.."));
        rules.put("ui: on services, never on api, sandbox or app", layer("ui", "service", "model", "time", "settings",
                "platform", "+javafx..", "+atlantafx..", "+org.kordamp.ikonli..", "+org.slf4j.."));
        rules.put("service: sees no DTO", noClasses().that().resideInAPackage(in("service"))
                .should().dependOnClassesThat().resideInAPackage(root + ".api.dto.."));
        rules.put("view models: final, of JavaFX only beans and collections", classes()
                .that().haveSimpleNameEndingWith("ViewModel")
                .should().haveModifier(JavaModifier.FINAL)
                .andShould().onlyDependOnClassesThat(viewModelFriends()));
        rules.put("controls: know no service", noClasses().that().resideInAPackage(in("ui.controls"))
                .should().dependOnClassesThat(resideInAnyPackage(in("service"), in("settings"), in("platform"))));
        rules.put("theme: the only place that names one", noClasses().that().resideOutsideOfPackage(in("ui.theme"))
                .should().dependOnClassesThat().resideInAPackage("atlantafx.base.theme.."));
        rules.put("threads: only behind the seams", noClasses()
                .that(notNamed("SystemTimeline", "FxTaskRunner", "ParallelReads", "SandboxCommand", "RemoteCalls"))
                .should().callMethodWhere(
                        calls("java.lang.Thread", "start", "ofVirtual", "startVirtualThread", "sleep")
                                .or(calls("java.util.concurrent.Executors")))
                .orShould().callConstructorWhere(DescribedPredicate.describe("new Thread", call -> call.getTargetOwner()
                        .getName().equals("java.lang.Thread"))));
        rules.put("UI thread: reached through the task runner alone", noClasses()
                .that(notNamed("FxTaskRunner", "FxWindow"))
                .should().callMethodWhere(calls("javafx.application.Platform", "runLater")));
        rules.put("clocks: asked through the timeline alone", noClasses()
                .that(notNamed("SystemTimeline", "StartClock"))
                .should().callMethodWhere(calls("java.time.Instant", "now")
                        .or(calls("java.lang.System", "nanoTime", "currentTimeMillis"))
                        .or(calls("java.time.Clock", "systemUTC", "systemDefaultZone"))));
        rules.put("processes: started by platform alone", noClasses().that().resideOutsideOfPackage(in("platform"))
                .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould().callMethodWhere(calls("java.lang.Runtime", "exec")));
        rules.put("links: opened by one opener", noClasses().that(notNamed("BrowserOpener"))
                .should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.HostServices")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("java.awt.Desktop")
                .orShould().callMethodWhere(calls(root + ".platform.ProcessStarter", "start")));
        rules.put("standard output: for the command line alone", noClasses()
                .that(notNamed("Main"))
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err"));
        rules.put("logging: set up when there is something to say", noFields()
                .that().areDeclaredInClassesThat()
                .resideInAnyPackage(in("api"), in("service"), in("settings"), in("platform"), in("ui"))
                .should().haveRawType("org.slf4j.Logger"));
        rules.put("secrets: revealed where they are used", noClasses()
                .that().resideOutsideOfPackages(in("api"), in("sandbox"), in("gateway"), in("model"), in("service"),
                        in("ui.common"))
                .and(notNamed("SecretField", "TokenMenu", "PortAddress", "PortRowView", "PortActions", "RequestsView"))
                .should().callMethodWhere(calls(root + ".model.Secret", "reveal")));
        return rules;
    }

    private ArchRule layer(String name, String... friends) {
        List<String> allowed = new ArrayList<>(List.of(PLAIN));
        allowed.add(in(name));
        for (String friend : friends) {
            allowed.add(friend.startsWith("+") ? friend.substring(1) : in(friend));
        }
        return classes().that().resideInAPackage(in(name))
                .should().onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
    }

    private DescribedPredicate<JavaClass> viewModelFriends() {
        return resideInAnyPackage("java..", "org.jspecify..", "org.slf4j..", "javafx.beans..", "javafx.collections..",
                root + "..");
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> notNamed(String... names) {
        List<String> exempt = List.of(names);
        return DescribedPredicate.describe("are not one of " + exempt, type -> {
            JavaClass outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return !exempt.contains(outer.getSimpleName());
        });
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, String... methods) {
        List<String> wanted = List.of(methods);
        return DescribedPredicate.describe("a call of " + owner + " " + wanted,
                call -> call.getTargetOwner().getName().equals(owner)
                        && (wanted.isEmpty() || wanted.contains(call.getName())));
    }
}
