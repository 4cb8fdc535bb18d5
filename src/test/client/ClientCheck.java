import java.nio.file.Path;

/**
 * Starts check.mjs with what it needs to start the sandbox: the {@code java} that runs this, which is the toolchain's,
 * and the module path that Maven gives.
 */
final class ClientCheck {

    public static void main(String[] args) throws Exception {
        ProcessBuilder node = new ProcessBuilder("node", "--test", "--test-reporter=spec", "check.mjs").inheritIO()
                .directory(Path.of(args[0]).toFile());
        node.environment().put("JAVA", ProcessHandle.current().info().command().orElseThrow());
        node.environment().put("MODULE_PATH", args[1]);
        System.exit(node.start().waitFor());
    }
}
