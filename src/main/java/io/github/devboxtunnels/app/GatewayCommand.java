package io.github.devboxtunnels.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.github.devboxtunnels.Main;
import io.github.devboxtunnels.gateway.process.ProcessGateways;
import io.github.devboxtunnels.platform.PipedProgram;

/**
 * Starts this application again as the process of the gateways: by the command of the package, or with the same modules
 * or class path by the same Java.
 */
final class GatewayCommand implements ProcessGateways.Starter {

    /** Where the packages have the command that serves gateways. */
    static final String PACKAGED = "devboxtunnels.gateways";

    private final List<String> command;

    GatewayCommand(Properties properties) {
        this.command = command(properties);
    }

    static GatewayCommand ofThisProcess() {
        return new GatewayCommand(System.getProperties());
    }

    @Override
    public Process start() throws IOException {
        return PipedProgram.start(command);
    }

    List<String> command() {
        return command;
    }

    private static List<String> command(Properties properties) {
        String packaged = properties.getProperty(PACKAGED);
        if (packaged != null) {
            return List.of(packaged);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(properties.getProperty("java.home"), "bin", "java").toString());
        command.add("--sun-misc-unsafe-memory-access=allow");
        String log = properties.getProperty("devboxtunnels.log");
        if (log != null) {
            command.add("-Ddevboxtunnels.log=" + log);
        }
        String modules = properties.getProperty("jdk.module.path");
        String module = Main.class.getModule().getName();
        if (modules != null && module != null) {
            command.addAll(List.of("--enable-native-access=io.netty.common", "--module-path", modules, "--module",
                    module + "/" + Main.class.getName()));
        } else {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--class-path",
                    properties.getProperty("java.class.path", ""), Main.class.getName()));
        }
        command.add("--serve-gateways");
        return command;
    }
}
