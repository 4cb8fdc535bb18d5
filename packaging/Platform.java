import java.util.Locale;

/** The system that packages are made for, which is the one they are made on. */
enum Platform {
    LINUX, WINDOWS, MACOS;

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
    }

    /** As {@code jlink.json} and the folders here are named. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isNativeLibrary(String file) {
        return switch (this) {
            case LINUX -> file.endsWith(".so");
            case WINDOWS -> file.endsWith(".dll");
            case MACOS -> file.endsWith(".dylib");
        };
    }

    /** The run-time image's own java. */
    String java() {
        return this == WINDOWS ? "java.exe" : "java";
    }
}
